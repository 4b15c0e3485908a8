package org.parley.acceptance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.parley.acceptance.environment.Shell;

/** The documentation page about faults. A run replaces the part between two markers; the rest is written by hand. */
record FaultsPage(Path file) {
    private static final String BEGIN = "<!-- faults:begin -->\n";
    private static final String END = "<!-- faults:end -->";

    static FaultsPage inTheDocumentation() {
        return new FaultsPage(Shell.ROOT.resolve("docs/operators/faults.md"));
    }

    /**
     * Replaces the table between the markers.
     *
     * @throws IllegalStateException if the page does not have both markers; it is left as it is
     */
    void write(String table) throws IOException {
        Files.writeString(file, with(Files.readString(file), table));
    }

    /** The content of a page with its table replaced. */
    static String with(String page, String table) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("There is no part between " + BEGIN.strip() + " and " + END);
        }
        return page.substring(0, begin + BEGIN.length()) + table.strip() + "\n" + page.substring(end);
    }
}
