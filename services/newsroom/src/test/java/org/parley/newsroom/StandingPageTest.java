package org.parley.newsroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.newsroom.Browser.Looks;
import org.parley.newsroom.Browser.Window;

/** Where do things stand, who says so, what happened last: the first screen answers. */
@ExtendWith({SharedNewsroom.class, Browser.Shared.class})
class StandingPageTest {
    /** The sizes of the design, with a third of room for other fonts. */
    @ParameterizedTest
    @CsvSource({"1440, 900, 330, 370, 190", "390, 844, 250, 330, 844"})
    void theFirstScreenAnswersUnscrolled(
            int width, int height, int status, int source, int today, RunningNewsroom newsroom, Browser browser) {
        try (Window reader = browser.open(newsroom.address(), new Looks(width, height, false, "en-GB", true))) {
            Page page = reader.to(DeskPages.NEGOTIATION);

            assertThat(top(page.locator(".brief .st"))).as("first status").isLessThan(status);
            assertThat(top(page.locator(".brief .src"))).as("first source").isLessThan(source);
            assertThat(top(page.locator("#h-today"))).as("last day").isLessThan(today);
            assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                    .as("nothing is wider than the screen")
                    .isTrue();
        }
    }

    private static double top(Locator locator) {
        return locator.first().boundingBox().y;
    }

    @Test
    void aGroupOfALargeNegotiationIsFilledWhenItIsOpened(RunningNewsroom newsroom, Browser browser) {
        try (Window reader = browser.open(newsroom.address(), Looks.USUAL)) {
            Page page = reader.to(DeskPages.NEGOTIATION);
            Locator fold = page.locator("#kind-agreement-BILATERAL");
            assertThat(fold.locator(".rows")).hasCount(0);
            fold.locator("summary").click();
            assertThat(fold.locator(".rows tbody tr").first()).isVisible();
            assertThat(fold.locator(".rows")).containsText("signed");
            assertThat(reader.complaints()).isEmpty();
        }
        try (Window reader = browser.open(newsroom.address(), Looks.USUAL.withoutScript())) {
            Page page = reader.to(DeskPages.NEGOTIATION);
            Locator fold = page.locator("#kind-agreement-BILATERAL");
            fold.locator("summary").click();
            fold.locator(".pages a").click();
            assertThat(page.locator(".rows tbody tr").first()).containsText("signed");
        }
    }

    @Test
    void aWallHasNoControlsAndIsReadFromAfar(RunningNewsroom newsroom, Browser browser) {
        try (Window screen = browser.open(newsroom.address(), new Looks(1920, 1080, false, "en-GB", true))) {
            Page page = screen.to("/wall/ukraine-2025");

            assertThat(page.locator(".tile")).hasCount(6);
            assertThat(page.locator("button, input, select, summary")).hasCount(0);
            assertThat(((Number) page.evaluate("""
                            Math.min(...Array.from(document.querySelectorAll('main *'))
                                .filter(one => Array.from(one.childNodes)
                                    .some(child => child.nodeType === 3 && child.textContent.trim()))
                                .filter(one => one.checkVisibility() && !one.closest('.hide'))
                                .map(one => parseFloat(getComputedStyle(one).fontSize)))""")).doubleValue())
                    .as("the smallest text, in pixels")
                    .isGreaterThanOrEqualTo(17);
        }
    }

    @Test
    void aWallUpdatesItself(RunningNewsroom newsroom, Browser browser) {
        TestNegotiation talks = TestNegotiation.open(newsroom);
        try (Window screen = browser.open(newsroom.address(), Looks.USUAL)) {
            Page page = screen.to("/wall/" + talks.slug());
            assertThat(page.locator(".tile")).hasCount(0);
            talks.truceProposed("2025-08-10");
            assertThat(page.locator(".tile .st")).hasText("proposed");
        }
    }
}
