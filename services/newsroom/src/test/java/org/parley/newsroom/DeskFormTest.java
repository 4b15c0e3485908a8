package org.parley.newsroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.newsroom.Browser.Looks;
import org.parley.newsroom.Browser.Window;
import org.parley.testkit.ApiClient.Answer;

/** Forms in a real browser: input is never lost or changed silently. */
@ExtendWith({SharedNewsroom.class, Browser.Shared.class})
class DeskFormTest {
    private static final String EVIDENCE =
            ",\"evidence\":{\"sources\":[{\"publisher\":\"AFP\",\"title\":\"Report\"}],\"grade\":\"B2\"}}";

    private final RunningNewsroom newsroom;
    private final Browser browser;
    private final String talks = "form-" + UUID.randomUUID().toString().substring(0, 8);

    DeskFormTest(RunningNewsroom newsroom, Browser browser) {
        this.newsroom = newsroom;
        this.browser = browser;
    }

    @BeforeEach
    void open() {
        log("\"command\":\"OpenNegotiation\",\"title\":\"Talks\"}");
        for (String party : new String[] {"AAA", "BBB"}) {
            log("\"command\":\"AdmitParty\",\"party\":\"" + party + "\",\"name\":\"" + party
                    + "\",\"partyKind\":\"STATE\"}");
        }
        log("\"command\":\"DeclareCeasefire\",\"matter\":\"truce\",\"title\":\"Truce\",\"occurred\":\"2026-03-01\","
                + "\"by\":\"AAA\"" + EVIDENCE);
    }

    private String log(String command) {
        Answer answer = newsroom.chief().command("{\"negotiation\":\"" + talks + "\"," + command);
        assertThat(answer.status()).isEqualTo(201);
        return answer.text("developmentId");
    }

    private Window chief() {
        return browser.open(newsroom.address(), Looks.USUAL).signIn("chief", RunningNewsroom.CHIEF_PASSWORD);
    }

    private void allege(Page page, String summary) {
        page.fill("[name='by.0.party']", "BBB");
        page.fill("[name='against.0.party']", "AAA");
        page.fill("[name=summary]", summary);
        page.fill("[name='occurred.written']", "2026-03-02");
        page.fill("[name='source.0.publisher']", "AFP");
        page.fill("[name='source.0.title']", "Report");
    }

    private static void confirm(Page page) {
        page.click("main button[value=confirm]");
        page.waitForURL(Pattern.compile(".*/entries/.*recorded=true"));
    }

    @Test
    void changeAfterBackOffersToSeeRecordOrCorrect() {
        try (Window window = chief()) {
            Page page = window.to("/n/" + talks + "/log/AllegeViolation?matter=truce");
            allege(page, "Strike on a substation");
            page.click("main button.preview");
            confirm(page);

            page.goBack();
            page.fill("[name=summary]", "Strike on a bridge");
            page.click("main button.preview");

            assertThat(page.locator(".warnings").first())
                    .containsText("An earlier version of this form is already recorded.");
            assertThat(page.locator("a:text-is('Correct it')"))
                    .hasAttribute("href", Pattern.compile(".*/log/CorrectDevelopment\\?target=.*"));
            assertThat(page.locator(".see .say")).containsText("Strike on a bridge");
            assertThat(newsroom.archive(talks).trail()).hasSize(5);
            confirm(page);
            assertThat(page.locator(".done")).containsText("Recorded");
            assertThat(newsroom.archive(talks).trail()).hasSize(6);
        }
    }

    @Test
    void secondTabKeepsItsInputAndShowsAPreview() {
        try (Window window = chief()) {
            Page one = window.to("/n/" + talks + "/log/AllegeViolation?matter=truce");
            one.fill("[name=summary]", "Strike on a substation");
            // The second tab starts with the draft, and so with the same id.
            Page other = window.context().newPage();
            other.navigate("/n/" + talks + "/log/AllegeViolation?matter=truce");
            assertThat(other.locator("[name=summary]")).hasValue("Strike on a substation");
            allege(one, "Strike on a substation");
            one.click("main button.preview");
            allege(other, "Strike on a bridge");
            other.click("main button.preview");
            assertThat(other.locator(".see .say")).containsText("Strike on a bridge");
            confirm(one);

            // The matter has changed since, and the id is used.
            other.click("main button[value=confirm]");
            assertThat(other.locator(".warnings").first()).containsText("already recorded");
            assertThat(other.locator(".see .say")).containsText("Strike on a bridge");
            assertThat(newsroom.archive(talks).trail()).hasSize(5);
            confirm(other);
            assertThat(newsroom.archive(talks).trail()).hasSize(6);
        }
    }

    @Test
    void longLinkAloneIsASource() {
        String link = "https://www.example.org/" + "section/".repeat(45) + "the-truce-holds?ref=" + "aaa";
        assertThat(link).hasSize(407);
        try (Window window = chief()) {
            Page page = window.to("/n/" + talks + "/log/AllegeViolation?matter=truce");
            allege(page, "Strike on a substation");
            page.fill("[name='source.0.publisher']", "");
            page.fill("[name='source.0.title']", "");
            page.fill("[name='source.0.url']", link);
            page.click("main button.preview");
            confirm(page);
            assertThat(page.locator(".sources").first()).containsText("example.org/section/");
            assertThat(page.locator(".sources a").first()).hasAttribute("href", link);
        }
    }

    @Test
    void textThatIsTooLongIsRefusedNotTruncated() {
        String headline = "A headline that goes on ".repeat(24).strip();
        try (Window window = chief()) {
            Page page = window.to("/n/" + talks + "/log/AllegeViolation?matter=truce");
            allege(page, "Strike on a substation");
            page.fill("[name='source.0.title']", headline);
            page.click("main button.preview");
            assertThat(page.locator("#errors"))
                    .containsText("has " + headline.length() + " characters; the most is 500");
            assertThat(page.locator("[name='source.0.title']")).hasValue(headline);
            assertThat(page.locator("form.log [maxlength]")).hasCount(0);
        }
    }

    @Test
    void resolvingOneOfSeveralDisputesRequiresAChoice() {
        String truce = log("\"command\":\"DeclareCeasefire\",\"matter\":\"easter\",\"title\":\"Easter\","
                + "\"occurred\":\"2026-03-01\",\"by\":\"AAA\"" + EVIDENCE);
        String target = "\"target\":\"" + truce + "\",\"reason\":\"";
        log("\"command\":\"CorrectDevelopment\"," + target + "A day later\",\"replacement\":"
                + "{\"command\":\"DeclareCeasefire\",\"occurred\":\"2026-03-02\",\"by\":\"AAA\"}}");
        log("\"command\":\"DisputeDevelopment\"," + target + "No such truce\"}");
        String other = log("\"command\":\"DisputeDevelopment\"," + target + "Not that day\"}");
        newsroom.archive(talks).awaitReadable(other);
        try (Window window = chief()) {
            Page page = window.to("/n/" + talks + "/entries/" + truce);
            assertThat(page.locator(".entry .mark.corrected").first()).isVisible();
            assertThat(page.locator(".entry .mark.disputed").first()).isVisible();
            page.locator(".next a[href*=ResolveDispute]").click();
            assertThat(page.locator("[name=dispute] option")).hasCount(3);
            page.selectOption("[name=dispute]", other);
            page.selectOption("[name=outcome]", "DISMISSED");
            page.fill("[name=reason]", "It was that day");
            page.click("main button.preview");
            confirm(page);
        }
        assertThat(NegotiationReader.texts(
                        newsroom.archive(talks).development(truce).path("openDisputes")))
                .hasSize(1)
                .doesNotContain(other);
    }

    @Test
    void ambiguousNumberIsRefused() {
        log("\"command\":\"ProposeGuarantee\",\"matter\":\"patrols\",\"title\":\"Patrols\",\"occurred\":\"2026-03-01\","
                + "\"by\":\"AAA\",\"to\":\"BBB\",\"form\":\"ARMED_FORCES\"" + EVIDENCE);
        try (Window window = chief()) {
            Page page = window.to("/n/" + talks + "/log/OfferContribution?matter=patrols");
            page.fill("[name='by.0.party']", "AAA");
            page.fill("[name=means]", "ships");
            page.fill("[name=quantity]", "1.000");
            page.fill("[name='occurred.written']", "2026-03-02");
            page.fill("[name='source.0.publisher']", "AFP");
            page.fill("[name='source.0.title']", "Report");
            page.click("main button.preview");
            assertThat(page.locator("#e-quantity")).containsText("Is 1.000 the number 1 or 1000? Write one of these.");
            page.fill("[name=quantity]", "1 000");
            page.click("main button.preview");
            assertThat(page.locator(".see .say")).containsText("1,000 ships");
        }
    }
}
