package org.parley.archive.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The statements that make the tables of a projection. */
public final class ProjectionScript {
    private ProjectionScript() {}

    /** Those that make its tables, with what it looks things up by itself. */
    public static String tables(String projection) {
        return read(projection, "tables");
    }

    /** Those that make the indexes that only questions need. */
    public static String indexes(String projection) {
        return read(projection, "indexes");
    }

    private static String read(String projection, String script) {
        try {
            return new ClassPathResource("db/projection/%s/%s.sql".formatted(projection, script))
                    .getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
