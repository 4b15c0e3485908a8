package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.newsroom.Browser.Looks;
import org.parley.newsroom.Browser.Window;

/** Takes screenshots of all pages into {@code target/screenshots}. */
@ExtendWith({SharedNewsroom.class, Browser.Shared.class})
class DeskScreenshotTest {
    private static final Path FOLDER = Path.of("target", "screenshots");

    @Test
    void everyPageFitsItsWidth(RunningNewsroom newsroom, Browser browser) {
        try (Window chief = browser.open(newsroom.address(), Looks.USUAL)) {
            chief.to("/sign-in");
            picture(chief, "sign-in");
            chief.signIn("chief", RunningNewsroom.CHIEF_PASSWORD);
            DeskPages.ALL.forEach((name, path) -> {
                chief.to(path);
                picture(chief, name);
            });
            assertThat(chief.complaints()).isEmpty();
        }
    }

    /** Themes and widths depend only on the style sheet, so a loaded page can show all of them. */
    private static void picture(Window window, String name) {
        picture(window.looking(Looks.USUAL), name, "light", 1440);
        picture(window.looking(Looks.USUAL.dark()), name, "dark", 1440);
        picture(window.looking(Looks.USUAL.dark().narrow()), name, "dark", 320);
        picture(window.looking(Looks.USUAL.narrow()), name, "light", 320);
        window.looking(Looks.USUAL);
    }

    private static void picture(Page page, String name, String theme, int width) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve("%s-%s-%d.png".formatted(name, theme, width)))
                .setFullPage(true));
        assertThat(page.evaluate("document.documentElement.scrollWidth"))
                .as("the page %s is not wider than its window", name)
                .isEqualTo(width);
    }
}
