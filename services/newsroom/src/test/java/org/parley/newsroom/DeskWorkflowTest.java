package org.parley.newsroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.contract.Json;
import org.parley.newsroom.Browser.Looks;
import org.parley.newsroom.Browser.Window;

/** Workflows of editors, a chief and a reader in a real browser. */
@ExtendWith({SharedNewsroom.class, Browser.Shared.class})
class DeskWorkflowTest {
    /** Opens a new negotiation with two parties and a proposed ceasefire. */
    private static String talks(RunningNewsroom newsroom) {
        String slug = "talks-" + UUID.randomUUID().toString().substring(0, 8);
        String evidence =
                ",\"evidence\":{\"sources\":[{\"publisher\":\"Reuters\",\"title\":\"Report\"}],\"grade\":\"B2\"}";
        for (String command : new String[] {
            "\"command\":\"OpenNegotiation\",\"title\":\"Talks of " + slug + "\"",
            "\"command\":\"AdmitParty\",\"party\":\"AAA\",\"name\":\"Aland\",\"partyKind\":\"STATE\"",
            "\"command\":\"AdmitParty\",\"party\":\"BBB\",\"name\":\"Beland\",\"partyKind\":\"STATE\"",
            "\"command\":\"ProposeCeasefire\",\"matter\":\"truce\",\"title\":\"The truce\",\"occurred\":\"2026-03-01\","
                    + "\"by\":\"AAA\",\"consentOf\":[\"AAA\",\"BBB\"]" + evidence
        }) {
            assertThat(newsroom.chief()
                            .command("{\"negotiation\":\"" + slug + "\"," + command + "}")
                            .status())
                    .isEqualTo(201);
        }
        return slug;
    }

    /** A link by its text. Not by its role, because Playwright lower-cases roles in the JVM's locale, here Turkish. */
    private static Locator link(Page page, String text) {
        return page.locator("a:text-is('" + text + "')").first();
    }

    private static void rejectTheTruce(Page page, String slug, String reason) {
        page.navigate("/n/" + slug + "/log");
        page.getByText("The truce").click();
        link(page, "Ceasefire rejected").click();
        page.fill("[name='by.0.party']", "BBB");
        page.fill("[name='by.0.person']", "Bela Beland");
        page.fill("[name=reason]", reason);
        page.fill("[name='occurred.written']", "2026-03-04");
        page.fill("[name='source.0.url']", "https://www.example.org/reports/truce");
        page.selectOption("[name=reliability]", "B");
        page.selectOption("[name=credibility]", "2");
        page.click("main button.preview");
    }

    private static void confirm(Page page) {
        page.click("main button[value=confirm]");
        page.waitForURL(Pattern.compile(".*/entries/.*recorded=true"));
    }

    @Test
    void rejectionIsLoggedSeenLiveCorrectedAndViewedInThePast(RunningNewsroom newsroom, Browser browser) {
        String slug = talks(newsroom);
        try (Window editor = browser.open(newsroom.address(), Looks.USUAL);
                Window colleague = browser.open(newsroom.address(), Looks.USUAL)) {
            editor.signIn(newsroom.newAccount("EDITOR").name(), RunningNewsroom.PASSWORD);
            colleague.signIn(newsroom.newAccount("EDITOR").name(), RunningNewsroom.PASSWORD);
            Page watching = colleague.to("/n/" + slug);
            assertThat(watching.locator("#ceasefire-truce .st")).hasText("proposed");

            Page page = editor.page();
            rejectTheTruce(page, slug, "No guarantees come with it.");
            assertThat(page.locator(".see .say"))
                    .hasText("On 4 March 2026, Beland (Bela Beland) rejected the ceasefire “The truce”: No guarantees"
                            + " come with it.");
            assertThat(page.locator(".ba tbody tr").first()).containsText("rejected");
            confirm(page);
            assertThat(page.locator(".done")).containsText("Recorded");
            assertThat(page.locator(".sources").first()).containsText("example.org");
            String entry = page.url().replaceFirst("\\?.*", "");

            // A colleague's open page shows the news without reloading.
            assertThat(watching.locator(".news")).containsText("rejected the ceasefire");
            assertThat(watching.locator("#ceasefire-truce .st")).hasText("proposed");
            watching.reload();
            assertThat(watching.locator("#ceasefire-truce .st")).hasText("rejected");
            assertThat(watching.locator(".unseen")).containsText("One new entry");

            // Corrects the date by a day.
            page.navigate(entry);
            link(page, "Correct").click();
            assertThat(page.locator("[name='by.0.person']")).hasValue("Bela Beland");
            page.fill("[name='occurred.written']", "2026-03-05");
            page.fill("[name=because]", "The agency corrected its date.");
            page.click("main button.preview");
            assertThat(page.locator(".see .say")).containsText("5 March 2026");
            confirm(page);
            page.navigate(entry);
            assertThat(page.locator("h1")).containsText("5 March 2026");
            assertThat(page.locator(".diff del").first()).hasText("4");
            assertThat(page.locator(".entry .mark").first()).hasText("corrected");
            assertThat(page.locator(".diff ins").first()).hasText("5");
            assertThat(page.locator(".life")).containsText("The agency corrected its date.");
            page.navigate("/n/" + slug + "/trail?standing=CORRECTED");
            assertThat(page.locator(".line del")).containsText("4 March 2026");
            assertThat(page.locator(".line ins")).containsText("it now says that on 5 March 2026");

            // A second correction starts with the first one's content.
            page.navigate(entry);
            link(page, "Correct").click();
            assertThat(page.locator("[name='occurred.written']")).hasValue("2026-03-05");
            page.fill("[name='by.0.person']", "Berta Beland");
            page.fill("[name=because]", "It was his deputy.");
            page.click("main button.preview");
            assertThat(page.locator(".see .say")).containsText("5 March 2026, Beland (Berta Beland)");
            confirm(page);
            page.navigate("/n/" + slug + "/timeline");
            assertThat(page.locator(".happened")).containsText("it now says that on 5 March 2026");

            // On the 4th it was still proposed.
            page.navigate("/n/" + slug);
            page.locator(".tm summary").click();
            page.fill("[name=asOf]", "2026-03-04");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Travel"))
                    .click();
            assertThat(page.locator(".tm--past .tm-now")).containsText("You are looking at the past");
            assertThat(page.locator("#ceasefire-truce .st")).hasText("proposed");
            assertThat(page.url()).contains("asOf=2026-03-04");

            page.navigate("/n/" + slug + "/changes?axis=world&from=2026-03-04&to=2026-03-05");
            assertThat(page.locator(".change .ways .st").first()).hasText("proposed");
            assertThat(page.locator(".change .ways .st").last()).hasText("rejected");
            assertThat(page.locator(".change")).containsText("rejected the ceasefire");
            assertThat(editor.complaints()).isEmpty();
            assertThat(colleague.complaints()).isEmpty();
        }
    }

    @Test
    void refusalIsShownAtItsFieldAndInputIsKept(RunningNewsroom newsroom, Browser browser) {
        String slug = talks(newsroom);
        try (Window editor = browser.open(newsroom.address(), Looks.USUAL)) {
            Page page = editor.signIn(newsroom.newAccount("EDITOR").name(), RunningNewsroom.PASSWORD)
                    .page();
            page.navigate("/n/" + slug + "/log/RejectCeasefire?matter=truce");
            page.fill("[name=reason]", "typed with care");
            page.fill("[name='occurred.written']", "2026-03-04");
            page.click("main button.preview");

            assertThat(page.locator("#errors")).isFocused();
            assertThat(page.locator("#f-by .fault")).isVisible();
            assertThat(page.locator("#f-evidence .fault")).containsText("at least one source");
            assertThat(page.locator("#f-reason")).hasValue("typed with care");

            // It cannot have been rejected before it was proposed.
            page.fill("[name='by.0.party']", "BBB");
            page.fill("[name='source.0.publisher']", "Reuters");
            page.fill("[name='source.0.title']", "Report");
            page.fill("[name='occurred.written']", "2026-02-01");
            page.click("main button.preview");
            assertThat(page.locator("#errors")).containsText("1 March 2026");
            assertThat(page.locator("#errors a").first()).isVisible();

            // The session expires while the form is open.
            page.fill("[name='occurred.written']", "2026-03-04");
            editor.context().clearCookies();
            page.click("main button.preview");
            assertThat(page.locator("main")).containsText("Your session has ended");
            page.fill("#name", "chief");
            page.fill("#password", RunningNewsroom.CHIEF_PASSWORD);
            page.click("main button.btn--ink");
            assertThat(page.locator("#f-reason")).hasValue("typed with care");
            assertThat(page.locator("[name='by.0.party']")).hasValue("Beland (BBB)");
            page.click("main button.preview");
            confirm(page);
        }
    }

    @Test
    void draftSurvivesTheTab(RunningNewsroom newsroom, Browser browser) {
        String slug = talks(newsroom);
        try (Window editor = browser.open(newsroom.address(), Looks.USUAL)) {
            Page page = editor.signIn(newsroom.newAccount("EDITOR").name(), RunningNewsroom.PASSWORD)
                    .page();
            page.navigate("/n/" + slug + "/log/RejectCeasefire?matter=truce");
            page.fill("[name=reason]", "half a sen");
            page.navigate("/n/" + slug);
            page.navigate("/n/" + slug + "/log/RejectCeasefire?matter=truce");
            assertThat(page.locator("#f-reason")).hasValue("half a sen");

            // With all input, including added rows.
            page.click("button[value='more.source']");
            page.fill("[name='source.1.publisher']", "Example Press");
            page.fill("[name='source.1.title']", "Another report");
            page.navigate("/n/" + slug + "/log/RejectCeasefire?matter=truce");
            assertThat(page.locator("[name='source.1.title']")).hasValue("Another report");

            rejectTheTruce(page, slug, "A whole sentence.");
            Object drafts = page.evaluate("() => Object.entries(localStorage)");
            confirm(page);
            page.navigate("/n/" + slug + "/log/RejectCeasefire?matter=truce");
            assertThat(page.locator("#f-reason")).hasValue("");
            assertThat(page.locator("[data-restored]")).isHidden();

            // A draft of what was recorded is not restored, even where the browser still has it.
            page.evaluate("drafts => drafts.forEach(([key, draft]) => localStorage.setItem(key, draft))", drafts);
            page.navigate("/n/" + slug + "/log/RejectCeasefire?matter=truce");
            page.waitForFunction("() => !Object.keys(localStorage).some(key => key.includes('RejectCeasefire'))");
            assertThat(page.locator("#f-reason")).hasValue("");
            assertThat(page.locator("[data-restored]")).isHidden();
        }
    }

    @Test
    void similarEntryOfAnotherEditorIsWarnedAbout(RunningNewsroom newsroom, Browser browser) {
        String slug = talks(newsroom);
        try (Window one = browser.open(newsroom.address(), Looks.USUAL);
                Window other = browser.open(newsroom.address(), Looks.USUAL)) {
            one.signIn(newsroom.newAccount("EDITOR").name(), RunningNewsroom.PASSWORD);
            other.signIn(newsroom.newAccount("EDITOR").name(), RunningNewsroom.PASSWORD);
            rejectTheTruce(one.page(), slug, "The first to see it.");
            Page late = other.to("/n/" + slug + "/log/RejectCeasefire?matter=truce");
            late.fill("[name=reason]", "The second to see it.");
            confirm(one.page());
            assertThat(late.locator(".news")).containsText("in the same matter");
            assertThat(late.locator("[name=reason]")).hasValue("The second to see it.");

            late.fill("[name='by.0.party']", "BBB");
            late.fill("[name='source.0.url']", "https://example.org/reports/truce");
            late.click("main button.preview");
            assertThat(late.locator("#errors")).containsText("it is rejected");
        }
    }

    @Test
    void outdatedPreviewIsShownAgain(RunningNewsroom newsroom, Browser browser) {
        String slug = talks(newsroom);
        try (Window one = browser.open(newsroom.address(), Looks.USUAL)) {
            Page page = one.signIn(newsroom.newAccount("EDITOR").name(), RunningNewsroom.PASSWORD)
                    .page();
            page.navigate("/n/" + slug + "/log/AcceptCeasefire?matter=truce");
            page.fill("[name='by.0.party']", "AAA");
            page.fill("[name='occurred.written']", "2026-03-02");
            page.fill("[name='source.0.publisher']", "Reuters");
            page.fill("[name='source.0.title']", "Report");
            page.click("main button.preview");
            assertThat(newsroom.chief()
                            .command("{\"command\":\"AcceptCeasefire\",\"negotiation\":\"" + slug
                                    + "\",\"matter\":\"truce\",\"occurred\":\"2026-03-02\",\"by\":\"AAA\",\"evidence\":"
                                    + "{\"sources\":[{\"publisher\":\"AFP\",\"title\":\"Report\"}]}}")
                            .status())
                    .isEqualTo(201);
            page.click("main button[value=confirm]");
            assertThat(page.locator(".see .note-box")).containsText("Somebody was faster");
            assertThat(page.locator(".see .checks")).containsText("Similar entry");
            assertThat(page.locator(".see .checks")).containsText("Add my source to that one instead");
            assertThat(newsroom.archive(slug).trail()).hasSize(5);
            confirm(page);
            assertThat(page.locator(".done")).isVisible();
        }
    }

    @Test
    void readerSearchesAndCannotLog(RunningNewsroom newsroom, Browser browser) {
        try (Window reader = browser.open(newsroom.address(), Looks.USUAL)) {
            Page page = reader.signIn(newsroom.newAccount("READER").name(), RunningNewsroom.PASSWORD)
                    .page();
            page.navigate(DeskPages.NEGOTIATION + "/trail");
            assertThat(page.locator("#total"))
                    .containsText(Dossier.bundled("ukraine-2025").size() + " entries");
            page.fill("#q", "Putin ceasefire");
            assertThat(page.locator("#total"))
                    .not()
                    .containsText(String.valueOf(Dossier.bundled("ukraine-2025").size()));
            assertThat(page.locator("#entries .line").first()).containsText("ceasefire");
            assertThat(page).hasURL(Pattern.compile(".*q=Putin.*"));
            // The facets are recounted, and the view can be downloaded.
            assertThat(page.locator("#facet-kind")).not().containsText("Agreements");
            int found = page.locator("#entries .line").count();
            APIResponse csv = reader.context()
                    .request()
                    .get(newsroom.address() + page.locator(".files a").first().getAttribute("href"));
            assertThat(csv.text()
                            .lines()
                            .filter(line -> line.matches("\\d+,.*"))
                            .count())
                    .isEqualTo(found);
            APIResponse json = reader.context()
                    .request()
                    .get(newsroom.address() + page.locator(".files a").nth(1).getAttribute("href"));
            assertThat(Json.MAPPER.readTree(json.body()).path("entries")).hasSize(found);
            // Travelling a day back keeps the search.
            page.locator(".tm summary").click();
            page.fill("[name=asOf]", "2025-08-14");
            page.locator(".go button").click();
            assertThat(page).hasURL(Pattern.compile(".*q=Putin.*asOf=2025-08-14.*"));
            assertThat(page.locator(".language")).hasAttribute("href", Pattern.compile(".*q=Putin.*"));
            page.navigate(DeskPages.NEGOTIATION + "/trail");
            assertThat(page.locator("#entries .line")).hasCount(50);
            page.locator("#more a").click();
            assertThat(page.locator("#entries .line")).hasCount(100);
            assertThat(page.getByText("Log a development")).hasCount(0);
            page.navigate(DeskPages.NEGOTIATION + "/log");
            assertThat(page.locator(".errors")).containsText("requires the role");
            page.navigate("/chief/projections");
            assertThat(page.locator(".errors")).containsText("requires the role");
        }
    }

    @Test
    void strangerFollowsAMatterToTheProofOfItsSource(RunningNewsroom newsroom, Browser browser) {
        try (Window stranger = browser.open(newsroom.address(), Looks.USUAL.withoutScript())) {
            Page page = stranger.to(DeskPages.NEGOTIATION);
            page.locator("main a[href*='/matters/']").first().click();
            assertThat(page.locator(".matter h1")).isVisible();
            assertThat(page.locator(".matter .facts .status")).isVisible();
            page.locator(".history .no").last().click();
            assertThat(page.locator(".entry .sources .g").first()).not().isEmpty();
            assertThat(page.locator(".entry .proof summary").first()).containsText("proven to be in the trail");
            APIResponse proof = stranger.context()
                    .request()
                    .get(newsroom.address() + page.locator(".proof a").first().getAttribute("href"));
            assertThat(Json.MAPPER.readTree(proof.body()).path("hashes")).isNotEmpty();
            // The link for a story keeps both times, and shows the same.
            String sentence = page.locator("h1").innerText();
            page.locator(".perma a").first().click();
            assertThat(page).hasURL(Pattern.compile(".*asOf=.*knownAt=.*"));
            assertThat(page.locator("h1")).hasText(sentence);
            // A period that is none is refused at its field, and what was typed stays.
            page.navigate(DeskPages.NEGOTIATION + "/changes?from=one+day");
            assertThat(page.locator("#from-error")).containsText("2025-08-14");
            assertThat(page.locator("#from")).hasValue("one day");
            assertThat(stranger.complaints()).isEmpty();
        }
    }

    @Test
    void tableIsCheckedReportedAndRecorded(RunningNewsroom newsroom, Browser browser) {
        String slug = talks(newsroom);
        try (Window editor = browser.open(newsroom.address(), Looks.USUAL)) {
            Page page = editor.signIn(newsroom.newAccount("EDITOR").name(), RunningNewsroom.PASSWORD)
                    .page();
            page.navigate("/n/" + slug + "/bulk");
            page.fill("#text", """
                    command,matter,title,occurred,by,consentOf,reason,publisher,source title,grade
                    ProposeCeasefire,easter,Easter truce,2026-04-01,AAA (Anna Aland),AAA; BBB,,Reuters,Report,B2
                    RejectCeasefire,easter,,2026-04-02,BBB,,"no, thanks",Reuters,Report,B2
                    RejectCeasefire,easter,,2026-04-03,ZZZ,,,Reuters,Report,B2
                    """);
            page.click("main button.btn--ink");
            assertThat(page.locator("[data-phase=TRIED]")).containsText("2 rows can be recorded, 1 refused.");
            assertThat(page.locator("tr.refused")).hasCount(1);
            assertThat(page.locator("tr.refused")).containsText("ZZZ");
            assertThat(newsroom.archive(slug).trail()).hasSize(4);

            page.click("main button.btn--ink");
            assertThat(page.locator("[data-phase=DONE]")).containsText("2 rows recorded, 1 refused.");
            page.navigate("/n/" + slug);
            assertThat(page.locator("#ceasefire-easter .st")).hasText("rejected");
        }
    }

    @Test
    void chiefRebuildsAndManagesAccounts(RunningNewsroom newsroom, Browser browser) {
        try (Window chief = browser.open(newsroom.address(), Looks.USUAL);
                Window leaver = browser.open(newsroom.address(), Looks.USUAL)) {
            String name = newsroom.newAccount("READER").name();
            leaver.signIn(name, RunningNewsroom.PASSWORD);
            Page page = chief.signIn("chief", RunningNewsroom.CHIEF_PASSWORD).page();
            page.navigate("/chief/projections");
            assertThat(page.locator("section.projection")).hasCount(3);
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Rebuild trail"))
                    .click();
            assertThat(page.locator("#p-trail .st")).hasText("live");
            // The former build is kept until it is deleted.
            Locator former = page.locator(
                            "section.projection", new Page.LocatorOptions().setHas(page.locator("#p-trail")))
                    .locator("li");
            assertThat(former).containsText("in use until");
            former.first().locator("button").click();
            assertThat(former).hasCount(0);

            page.navigate("/chief/accounts");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Close " + name))
                    .click();
            assertThat(page.locator(".done")).containsText("closed");
            leaver.to("/account");
            assertThat(leaver.page().locator("h1")).hasText("Sign in");
        }
    }

    @Test
    void timelineIsPlayedDayByDay(RunningNewsroom newsroom, Browser browser) {
        try (Window reader = browser.open(newsroom.address(), Looks.USUAL)) {
            Page page = reader.to(DeskPages.NEGOTIATION + "?asOf=2025-08-13");
            assertThat(page.locator("#ceasefire-alaska .st")).hasText("proposed");
            page.click("#time summary");
            page.locator("[data-play=asOf]").click();
            assertThat(page.locator("#ceasefire-alaska .st")).hasText("rejected");
            assertThat(page.locator("[data-play=asOf]")).containsText("Stop");
            page.locator("[data-play=asOf]").click();
            assertThat(page.locator("[data-play=asOf]")).containsText("Play");
            assertThat(page.url()).contains("asOf=2025-08-");
            assertThat(reader.complaints()).isEmpty();
        }
    }

    @Test
    void falseProposalIsRetractedWithItsAnswersWithoutScript(RunningNewsroom newsroom, Browser browser) {
        String slug = talks(newsroom);
        String last = "";
        for (String party : new String[] {"AAA", "BBB"}) {
            last = newsroom.chief()
                    .command("{\"negotiation\":\"" + slug + "\",\"command\":\"RejectCeasefire\","
                            + "\"matter\":\"truce\",\"occurred\":\"2026-03-04\",\"by\":\"" + party + "\","
                            + "\"evidence\":{\"sources\":[{\"publisher\":\"AFP\",\"title\":\"Report\"}]}}")
                    .text("developmentId");
        }
        newsroom.archive(slug).development(last); // waits for it
        String proposal =
                newsroom.archive(slug).trail().get(3).path("developmentId").asString();
        try (Window editor = browser.open(newsroom.address(), Looks.USUAL.withoutScript());
                Window chief = browser.open(newsroom.address(), Looks.USUAL.withoutScript())) {
            editor.signIn(newsroom.newAccount("EDITOR").name(), RunningNewsroom.PASSWORD);
            Page page = editor.to("/n/" + slug + "/entries/" + proposal);
            assertThat(link(page, "Retract")).hasCount(0);

            chief.signIn("chief", RunningNewsroom.CHIEF_PASSWORD);
            page = chief.to("/n/" + slug + "/entries/" + proposal);
            link(page, "Retract").click();
            page.fill("[name=reason]", "It was a hoax.");
            page.click("main button.preview");
            assertThat(page.locator("#errors")).isVisible();
            assertThat(page.locator("section[aria-labelledby=together] li")).hasCount(3);
            page.click("text=Retract these 3 together");
            page.waitForURL(Pattern.compile(".*/entries/.*recorded=true"));
        }
        assertThat(newsroom.archive(slug).trail().subList(3, 9))
                .extracting(entry -> entry.path("standing").asString())
                .containsExactly("RETRACTED", "RETRACTED", "RETRACTED", "EFFECTIVE", "EFFECTIVE", "EFFECTIVE");
    }

    @Test
    void draftKeepsItsNameThroughThePreviewAndIsOfferedToThoseWhoRejectIt(RunningNewsroom newsroom, Browser browser) {
        String slug = talks(newsroom);
        try (Window editor = browser.open(newsroom.address(), Looks.USUAL.withoutScript())) {
            Page page = editor.signIn("chief", RunningNewsroom.CHIEF_PASSWORD).page();
            for (String command : new String[] {"TableDraft", "TableDraft?matter=the-plan"}) {
                page.navigate("/n/" + slug + "/log/" + command);
                if (!command.contains("?")) {
                    page.fill("[name=title]", "The plan");
                }
                page.fill("[name=version]", command.contains("?") ? "20 points" : "28 points");
                page.fill("[name='source.0.publisher']", "Reuters");
                page.fill("[name='source.0.title']", "Report");
                page.click("main button.preview");
                confirm(page);
            }
            page.navigate("/n/" + slug + "/log/RejectDraft?matter=the-plan");
            assertThat(page.locator("[name=version] option"))
                    .hasText(new String[] {"choose …", "28 points", "20 points"});
        }
    }

    @Test
    void rejectionIsLoggedFromOneBoxWithAFewKeys(RunningNewsroom newsroom, Browser browser) {
        String slug = talks(newsroom);
        try (Window editor = browser.open(newsroom.address(), Looks.USUAL)) {
            Page page = editor.signIn(newsroom.newAccount("EDITOR").name(), RunningNewsroom.PASSWORD)
                    .to("/n/" + slug);
            page.keyboard().press("n");
            page.waitForURL("**/log");
            // Pastes the address and types the sentence.
            page.keyboard()
                    .insertText("Beland rejects the truce, no guarantees come with it"
                            + " https://www.example.org/reports/the-truce-is-refused?utm_source=x");
            assertThat(page.locator(".see .say")).containsText("Beland rejected the ceasefire “The truce”");
            assertThat(page.locator(".ask mark").first()).hasText("Beland");
            assertThat(page.locator("[name='source.0.url']"))
                    .hasValue("https://www.example.org/reports/the-truce-is-refused");
            page.keyboard().press("Control+Enter");
            page.waitForURL(Pattern.compile(".*/entries/.*recorded=true"));
            // Beside pasting and typing: N, Control and Enter, on one page.
            assertThat(newsroom.archive(slug).trail()).hasSize(5);
            assertThat(newsroom.archive(slug)
                            .trail()
                            .getLast()
                            .at("/data/reason")
                            .asString())
                    .isEqualTo("No guarantees come with it.");

            page.click(".undo a");
            assertThat(page.locator("#f-reason")).hasValue("Recorded by mistake.");
            confirm(page);
            assertThat(newsroom.archive(slug).trail().get(4).path("standing").asString())
                    .isEqualTo("RETRACTED");
            assertThat(editor.complaints()).isEmpty();
        }
    }

    @Test
    void boxWorksWithoutScriptAndAdmitsAParty(RunningNewsroom newsroom, Browser browser) {
        String slug = talks(newsroom);
        try (Window editor = browser.open(newsroom.address(), Looks.USUAL.withoutScript())) {
            Page page = editor.signIn("chief", RunningNewsroom.CHIEF_PASSWORD).to("/n/" + slug + "/log");
            page.fill("#what", "The truce is rejected by Celand");
            page.click("button[value=propose]");
            assertThat(page.locator("[name=command]:checked")).hasValue("RejectCeasefire");
            page.fill("[name='by.0.party']", "Celand");
            page.fill("[name='occurred.written']", "03/04/2026");
            page.fill("[name='source.0.publisher']", "Reuters");
            page.fill("[name='source.0.title']", "Report");
            page.click("main button.preview");
            assertThat(page.locator("#d-occurred")).containsText("two meanings");
            page.click("button[value='date.occurred=2026-04-03']");
            assertThat(page.locator("#d-occurred")).containsText("3 April 2026");

            page.click("text=Admit this party");
            assertThat(page.locator("#f-name")).hasValue("Celand");
            page.fill("[name=party]", "CCC");
            page.selectOption("[name=partyKind]", "STATE");
            page.click("main button.preview");
            page.click("main button[value=confirm]");
            assertThat(page.locator("[name='by.0.party']")).hasValue("Celand (CCC)");
            assertThat(page.locator("#what")).hasValue("The truce is rejected by Celand");
            assertThat(page.locator(".see .say")).containsText("Celand rejected the ceasefire");

            // What was changed after the preview is seen before it is recorded.
            page.fill("[name='occurred.written']", "4 April 2026");
            page.click("main button[value=confirm]");
            assertThat(page.locator(".see .note-box")).containsText("changed since the preview");
            assertThat(page.locator(".see .say")).containsText("4 April 2026");
            confirm(page);
        }
    }

    @Test
    void worksWithoutScript(RunningNewsroom newsroom, Browser browser) {
        String slug = talks(newsroom);
        try (Window editor = browser.open(newsroom.address(), Looks.USUAL.withoutScript())) {
            Page page = editor.signIn("chief", RunningNewsroom.CHIEF_PASSWORD).page();
            rejectTheTruce(page, slug, "Without a script.");
            assertThat(page.locator(".see .say")).containsText("Without a script");
            confirm(page);
            assertThat(page.locator(".done")).containsText("Recorded");
            DeskPages.ALL.forEach((name, path) -> {
                page.navigate(path);
                assertThat(page.locator("h1")).isVisible();
            });
            page.navigate(DeskPages.NEGOTIATION + "/timeline");
            assertThat(page.locator(".tr svg").first()).isVisible();
        }
    }
}
