package org.parley.archive.query;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Parses ids of developments from requests. */
public final class DevelopmentIds {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private DevelopmentIds() {}

    /** The id; empty if the text is not a UUID in its full form. */
    public static Optional<UUID> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /**
     * The id.
     *
     * @throws QueryProblemException (400) if the text is not a UUID in its full form
     */
    public static UUID require(String pointer, String text) {
        return parse(text)
                .orElseThrow(() -> QueryProblemException.badRequest(
                        pointer,
                        "is not the id of a development: a UUID such as 01990000-0000-7000-8000-000000000001",
                        "no es el identificador de una entrada: un UUID como 01990000-0000-7000-8000-000000000001"));
    }
}
