package org.parley.archive.question;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Ids of developments as clients write them. */
public final class DevelopmentIds {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private DevelopmentIds() {}

    /** The id, if it is a UUID in its full form. */
    public static Optional<UUID> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /**
     * The id.
     *
     * @throws Problem (400) when it is no UUID
     */
    public static UUID require(String pointer, String text) {
        return read(text)
                .orElseThrow(() -> Problem.badQuestion(
                        pointer,
                        "is not the id of a development: a UUID such as 01990000-0000-7000-8000-000000000001"));
    }
}
