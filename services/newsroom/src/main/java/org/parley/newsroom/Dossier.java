package org.parley.newsroom;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A bundled negotiation as a file of commands, one a line, in the order in which a newsroom would have logged it.
 *
 * @param name the slug of the negotiation
 * @param commands the lines; the first one opens the negotiation
 */
record Dossier(String name, List<String> commands) {
    /**
     * Reads a dossier from the class path.
     *
     * @throws IllegalArgumentException if none has this name
     */
    static Dossier bundled(String name) {
        try (InputStream in = Dossier.class.getResourceAsStream("/dossier/" + name + ".ndjson")) {
            if (in == null) {
                throw new IllegalArgumentException("parley.dossiers names " + name + ", which is no bundled dossier");
            }
            return new Dossier(
                    name,
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int size() {
        return commands.size();
    }

    String opening() {
        return commands.getFirst();
    }

    /** All lines but the first. */
    String others() {
        return String.join("\n", commands.subList(1, commands.size()));
    }
}
