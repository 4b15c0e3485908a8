package org.parley.archive.table.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The codebook among the documents is the one that the program answers; {@code -Dparley.docs=write} writes it. */
class CodebookDocumentTest {
    private static final Path PAGE = Path.of("../../docs/analysts/codebook.md");

    @Test
    void thePageIsGenerated() throws IOException {
        if ("write".equals(System.getProperty("parley.docs"))) {
            Files.writeString(PAGE, Codebook.markdown());
        }
        assertThat(Files.exists(PAGE) ? Files.readString(PAGE) : "")
                .as("codebook.md is stale; regenerate it with mvn -pl services/archive test -Dparley.docs=write"
                        + " -Dtest=CodebookDocumentTest")
                .isEqualTo(Codebook.markdown());
    }
}
