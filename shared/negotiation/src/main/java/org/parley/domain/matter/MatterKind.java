package org.parley.domain.matter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of matter. */
public enum MatterKind {
    NEGOTIATION,
    MEETING,
    CEASEFIRE,
    WARNING,
    UNDERSTANDING,
    DEMAND,
    GUARANTEE,
    AGREEMENT,
    VOTE,
    EXCHANGE,
    QUESTION;

    private final String slug = name().toLowerCase(Locale.ROOT);

    /** The kind in addresses: {@code ceasefire}. */
    public String slug() {
        return slug;
    }

    /** The kind with this slug; empty if there is none. */
    public static Optional<MatterKind> ofSlug(String slug) {
        return Arrays.stream(values()).filter(kind -> kind.slug.equals(slug)).findFirst();
    }
}
