package org.parley.newsroom;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.newsroom.Browser.Looks;
import org.parley.newsroom.Browser.Window;

/** Finding by keyboard and without a script, and saved views, in a real browser. */
@ExtendWith({SharedNewsroom.class, Browser.Shared.class})
class DeskFindTest {
    private static final String DOSSIER = DeskPages.NEGOTIATION;

    @Test
    void anEditorFindsEverythingByKeyboardAndSavesViews(RunningNewsroom newsroom, Browser browser) {
        try (Window editor = browser.open(newsroom.address(), Looks.USUAL)) {
            editor.signIn(newsroom.newAccount("EDITOR").name(), RunningNewsroom.PASSWORD);
            Page page = editor.to(DOSSIER + "/trail?kind=ceasefire");
            page.click(".views-bar summary");
            page.fill("#view-name", "Ceasefires only");
            page.click(".view-form .btn--ink");
            assertThat(page.locator(".views li > a")).hasText("Ceasefires only");

            // A typo does not matter, and the best match is chosen by Enter.
            page.keyboard().press("Control+k");
            Locator field = page.locator("#palette-text");
            assertThat(field).isFocused();
            page.keyboard().type("alaska cesefire");
            Locator chosen = page.locator("#palette [aria-selected=true]");
            assertThat(page.locator(".pal-notes")).containsText("cesefire");
            assertThat(chosen).hasAttribute("href", DOSSIER + "/matters/ceasefire/alaska");
            assertThat(field).hasAttribute("aria-activedescendant", Pattern.compile("palette-option-\\d+"));
            DeskAccessibilityTest.check(page, "the palette", "en");
            page.keyboard().press("Enter");
            page.waitForURL("**" + DOSSIER + "/matters/ceasefire/alaska");

            page.keyboard().press("Control+k");
            page.keyboard().type("log ceasefire rejected");
            assertThat(chosen).hasAttribute("href", DOSSIER + "/log/RejectCeasefire");
            field.fill("ceasefires on");
            assertThat(chosen).hasAttribute("href", DOSSIER + "/trail?kind=ceasefire");
            page.keyboard().press("ArrowDown");
            page.keyboard().press("ArrowUp");
            page.keyboard().press("Enter");
            page.waitForURL("**" + DOSSIER + "/trail?kind=ceasefire");
            assertThat(page.locator(".views-bar [aria-current]")).hasText("Ceasefires only");

            page.keyboard().press("?");
            assertThat(page.locator("#shortcuts")).isVisible();
            DeskAccessibilityTest.check(page, "the shortcuts", "en");
            page.keyboard().press("Escape");
            page.keyboard().press("/");
            assertThat(page.locator(".mast input[type=search]")).isFocused();
            // Shortcuts do nothing in a field.
            page.keyboard().type("gs?n");
            assertThat(page.locator(".mast input[type=search]")).hasValue("gs?n");
            assertThat(page.locator("#shortcuts")).isHidden();
            page.locator(".mast input[type=search]").blur();
            page.keyboard().type("gs");
            page.waitForURL("**" + DOSSIER);
            page.keyboard().press("n");
            page.waitForURL("**" + DOSSIER + "/log");
            assertThat(editor.complaints()).isEmpty();
        }
    }

    @Test
    void aReaderWithoutAccountKeepsViewsInTheBrowser(RunningNewsroom newsroom, Browser browser) {
        try (Window reader = browser.open(newsroom.address(), Looks.USUAL)) {
            Page page = reader.to(DOSSIER + "/trail?kind=guarantee");
            page.click(".views-bar summary");
            page.fill("#local-view-name", "Guarantees");
            page.keyboard().press("Enter");
            page.navigate(DOSSIER + "/trail");
            Locator view = page.locator(".views-bar li a");
            assertThat(view).hasText("Guarantees");
            assertThat(view).hasAttribute("href", DOSSIER + "/trail?kind=guarantee");
            page.navigate(DOSSIER);
            page.keyboard().press("Control+k");
            page.keyboard().type("guarantees");
            assertThat(page.locator("#palette [role=option]").first()).hasText("Guarantees");
            page.navigate(DOSSIER + "/views");
            page.click("[data-local-views] li button");
            assertThat(page.locator("[data-local-views] li")).hasCount(0);

            // Where no negotiation is open, the palette finds negotiations.
            page.navigate("/");
            page.keyboard().press("Control+k");
            page.keyboard().type("ukrane");
            assertThat(page.locator("#palette [aria-selected=true]")).hasAttribute("href", DOSSIER);
            assertThat(reader.complaints()).isEmpty();
        }
    }

    @Test
    void aPhoneWithoutScriptFindsTheSame(RunningNewsroom newsroom, Browser browser) {
        Looks phone = new Looks(390, 844, false, "en-GB", false);
        try (Window editor = browser.open(newsroom.address(), phone)) {
            Page page = editor.to("/");
            assertThat(page.locator(".intro p")).hasCount(3);
            page.fill("main input[name=q]", "colombai");
            page.click("main form button");
            assertThat(page.locator(".negs-list li a")).hasAttribute("href", "/n/colombia-2012");

            editor.signIn(newsroom.newAccount("EDITOR").name(), RunningNewsroom.PASSWORD);
            assertThat(page.locator(".intro")).hasCount(0);
            page.navigate(DOSSIER);
            page.click(".find-a");
            page.fill("main input[name=q]", "zelensky rejceted");
            page.click("main form button");
            assertThat(page.locator(".like")).containsText("rejected");
            assertThat(page.locator(".found-entries li").first()).isVisible();
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .isLessThanOrEqualTo(390);

            page.navigate(DOSSIER + "/trail?party=RUS");
            page.click(".views-bar summary");
            page.fill("#view-name", "Russia");
            page.click(".view-form .btn--ink");
            page.click(".views details summary");
            page.fill(".views details input[name=name]", "Russia speaks");
            page.click(".views details button");
            assertThat(page.locator(".views li > a")).hasText("Russia speaks");
            page.click(".views li > form button");
            assertThat(page.locator(".told")).containsText("Russia speaks");
            assertThat(page.locator(".views li")).hasCount(0);
        }
    }
}
