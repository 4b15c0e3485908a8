package org.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsPageTest {
    private static final String BY_HAND = """
            # Faults

            Above, by hand.

            <!-- faults:begin -->
            %s
            <!-- faults:end -->

            ## Below

            By hand too.
            """;

    @TempDir
    private Path folder;

    private FaultsPage page(String content) throws IOException {
        return new FaultsPage(Files.writeString(folder.resolve("faults.md"), content));
    }

    @Test
    void handWrittenPartsAreKept() throws IOException {
        FaultsPage page = page(BY_HAND.formatted("of the last run"));

        page.write("| of this run |\n");
        assertThat(page.file()).hasContent(BY_HAND.formatted("| of this run |"));

        page.write("| of the next run |\n");
        assertThat(page.file()).hasContent(BY_HAND.formatted("| of the next run |"));
    }

    @Test
    void pageWithoutMarkersIsUnchanged() throws IOException {
        FaultsPage page = page("All of it by hand.");

        assertThatThrownBy(() -> page.write("| of this run |"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("faults:begin");
        assertThat(page.file()).hasContent("All of it by hand.");
    }

    /** Checked here, because a long run would only notice at its end. */
    @Test
    void documentationHasTheMarkers() throws IOException {
        assertThat(FaultsPage.with(
                        Files.readString(FaultsPage.inTheDocumentation().file()), "| of this run |"))
                .startsWith("# Faults")
                .contains("| of this run |");
    }
}
