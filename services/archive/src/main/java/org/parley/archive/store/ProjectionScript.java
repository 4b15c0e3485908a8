package org.parley.archive.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;

/** The SQL scripts of a projection. */
public final class ProjectionScript {
    private ProjectionScript() {}

    /** Creates its tables, with the indexes that the projection itself needs. */
    public static String tables(String projection) {
        return read(projection, "tables");
    }

    /** Creates the indexes that only queries need. */
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
