package org.parley.domain.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A document, or a part of one between two markers, that is generated from the code. A test compares it with the code;
 * {@code -Dparley.docs=write} writes it.
 */
final class GeneratedDocument {
    private static final boolean WRITE = "write".equals(System.getProperty("parley.docs"));

    private GeneratedDocument() {}

    static void checkWhole(String path, String expected) throws IOException {
        check(Repository.ROOT.resolve(path), expected);
    }

    /** Checks the part between {@code <!-- name:begin -->} and {@code <!-- name:end -->}. */
    static void checkPart(String path, String name, String expected) throws IOException {
        Path file = Repository.ROOT.resolve(path);
        String text = Files.readString(file);
        String begin = "<!-- " + name + ":begin -->\n";
        String end = "<!-- " + name + ":end -->";
        assertThat(text).contains(begin, end);
        String before = text.substring(0, text.indexOf(begin) + begin.length());
        String after = text.substring(text.indexOf(end));
        check(file, before + expected + after);
    }

    private static void check(Path file, String expected) throws IOException {
        if (WRITE) {
            Files.createDirectories(file.getParent());
            Files.writeString(file, expected);
        }
        assertThat(Files.exists(file) ? Files.readString(file) : "")
                .as(
                        "%s is stale; regenerate it with mvn -pl shared/negotiation test -Dparley.docs=write",
                        file.getFileName())
                .isEqualTo(expected);
    }
}
