package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.newsroom.Browser.Looks;
import org.parley.newsroom.Browser.Window;

/** The static files of the pages. */
@ExtendWith({SharedNewsroom.class, Browser.Shared.class})
class DeskAssetsTest {
    private static final Pattern ASSET = Pattern.compile("\"(/(?:desk|webjars)/[^\"#]+)");

    @Test
    void filesAreKeptUnderTheHashOfTheirContent(RunningNewsroom newsroom) {
        String page = newsroom.anonymous().get("/", "Accept", "text/html").body();

        List<String> assets = ASSET.matcher(page)
                .results()
                .map((MatchResult found) -> found.group(1))
                .distinct()
                .toList();
        assertThat(assets).hasSizeGreaterThan(6).allSatisfy(path -> {
            assertThat(path).matches(".*-[0-9a-f]{32}\\.[a-z0-9]+");
            assertThat(cacheControl(newsroom, path)).isEqualTo("max-age=31536000, public, immutable");
        });
        assertThat(cacheControl(newsroom, "/desk/desk.css")).isEqualTo("no-cache");
        assertThat(newsroom.anonymous()
                        .get("/desk/desk-00000000000000000000000000000000.css")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void secondPageFetchesNothingAgain(RunningNewsroom newsroom, Browser browser) {
        try (Window window = browser.open(newsroom.address(), Looks.USUAL)) {
            Page page = window.to(DeskPages.NEGOTIATION);
            page.waitForFunction("document.fonts.status === 'loaded'");
            List<String> first = fetched(page).stream()
                    .map(file -> String.valueOf(file.get(0)))
                    .toList();
            window.to(DeskPages.NEGOTIATION + "/trail");
            // It may need what the first page did not, such as the italics of notes.
            assertThat(fetched(page))
                    .filteredOn(file -> first.contains(String.valueOf(file.get(0))))
                    .hasSizeGreaterThan(4)
                    .allSatisfy(file -> assertThat(file.get(1))
                            .as("bytes of %s", file.get(0))
                            .isEqualTo(0));
        }
    }

    /** The addresses of the static files that a page uses, each with the bytes that were sent for it. */
    private static List<List<?>> fetched(Page page) {
        Object files = page.evaluate("performance.getEntriesByType('resource')"
                + ".filter(file => /^\\/(desk|webjars)\\//.test(new URL(file.name).pathname))"
                + ".map(file => [file.name, file.transferSize])");
        return ((List<?>) files).stream().<List<?>>map(file -> (List<?>) file).toList();
    }

    private static String cacheControl(RunningNewsroom newsroom, String path) {
        return newsroom.anonymous().get(path).header("Cache-Control");
    }
}
