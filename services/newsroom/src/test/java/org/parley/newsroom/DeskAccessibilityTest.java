package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.newsroom.Browser.Looks;
import org.parley.newsroom.Browser.Window;

/** WCAG 2.2 AA as far as axe-core can check it, on all pages in all themes and languages. */
@ExtendWith({SharedNewsroom.class, Browser.Shared.class})
class DeskAccessibilityTest {
    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    @ParameterizedTest
    // Both themes and both languages are covered; their effects are independent, so not every combination is.
    @CsvSource({"false,en-GB,en", "true,es-ES,es"})
    void hasNoAccessibilityViolations(
            boolean dark, String language, String spoken, RunningNewsroom newsroom, Browser browser) {
        Looks looks = new Looks(1280, 800, dark, language, true);
        try (Window chief = browser.open(newsroom.address(), looks)) {
            check(chief.to("/sign-in"), "/sign-in", spoken);
            chief.signIn("chief", RunningNewsroom.CHIEF_PASSWORD);
            DeskPages.ALL.values().forEach(path -> check(chief.to(path), path, spoken));
            Page page = chief.to(DeskPages.NEGOTIATION + "/log/RejectCeasefire");
            page.click("main button.preview");
            check(page, "a refused form", spoken);
        }
    }

    static void check(Page page, String name, String spoken) {
        assertThat(page.locator("html").getAttribute("lang")).as(name).isEqualTo(spoken);
        assertThat(page.content()).as("texts that are missing on %s", name).doesNotContain("??");
        assertThat(page.frames())
                .as("frames of %s, which axe would pass over", name)
                .hasSize(1);
        AxeResults found = new AxeBuilder(page)
                .options(violationsOnly())
                .withTags(RULES)
                .setLegacyMode(true) // otherwise every check opens another page for frames of other origins
                .analyze();
        assertThat(found.getViolations())
                .as(name)
                .extracting(rule -> rule.getId() + ": "
                        + rule.getNodes().stream()
                                .map(node -> node.getHtml() + " " + node.getFailureSummary())
                                .toList())
                .isEmpty();
    }

    /** Omits passed checks, which would be most of the report. */
    private static AxeRunOptions violationsOnly() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }
}
