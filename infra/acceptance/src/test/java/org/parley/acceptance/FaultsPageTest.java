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
    void whatIsWrittenByHandStays() throws IOException {
        FaultsPage page = page(BY_HAND.formatted("of the last run"));

        page.write("| of this run |\n");
        assertThat(page.file()).hasContent(BY_HAND.formatted("| of this run |"));

        page.write("| of the next run |\n");
        assertThat(page.file()).hasContent(BY_HAND.formatted("| of the next run |"));
    }

    @Test
    void aPageWithoutMarksIsLeftAsItIs() throws IOException {
        FaultsPage page = page("All of it by hand.");

        assertThatThrownBy(() -> page.write("| of this run |"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("faults:begin");
        assertThat(page.file()).hasContent("All of it by hand.");
    }

    /** Else a run of half an hour would find out at its end. */
    @Test
    void theDocumentationHasTheMarks() throws IOException {
        assertThat(FaultsPage.with(
                        Files.readString(FaultsPage.inTheDocumentation().file()), "| of this run |"))
                .startsWith("# Faults")
                .contains("| of this run |");
    }
}
