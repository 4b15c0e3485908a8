package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.newsroom.Browser.Looks;
import org.parley.newsroom.Browser.Window;
import org.parley.testkit.prerequisite.Prerequisite;
import org.parley.testkit.prerequisite.Requires;

/** A picture of every page, to be looked at: {@code target/screenshots}. */
@Requires(Prerequisite.BROWSER)
@ExtendWith({SharedNewsroom.class, Browser.Shared.class})
class DeskScreenshotTest {
    private static final Path FOLDER = Path.of("target", "screenshots");

    @ParameterizedTest
    @CsvSource({"false,1440", "true,1440", "false,320", "true,320"})
    void everyPageFitsAndIsPictured(boolean dark, int width, RunningNewsroom newsroom, Browser browser) {
        Looks looks = new Looks(width, width == 320 ? 640 : 900, dark, "en-GB", true);
        String suffix = (dark ? "dark" : "light") + "-" + width;
        try (Window chief = browser.open(newsroom.address(), looks)) {
            Page page = chief.to("/sign-in");
            picture(page, "sign-in-" + suffix);
            chief.signIn("chief", RunningNewsroom.CHIEF_PASSWORD);
            for (Map.Entry<String, String> each : DeskPages.ALL.entrySet()) {
                page = chief.to(each.getValue());
                picture(page, each.getKey() + "-" + suffix);
                assertThat(page.evaluate("document.documentElement.scrollWidth"))
                        .as("the page %s is not wider than its window", each.getKey())
                        .isEqualTo(width);
            }
            assertThat(chief.complaints()).isEmpty();
        }
    }

    private static void picture(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(FOLDER.resolve(name + ".png"))
                .setFullPage(true));
    }
}
