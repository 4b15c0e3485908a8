package org.parley.domain.matter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    private static final Map<String, MatterKind> BY_SLUG =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(MatterKind::slug, Function.identity()));

    private final String slug = name().toLowerCase(Locale.ROOT);

    /** The kind in addresses: {@code ceasefire}. */
    public String slug() {
        return slug;
    }

    /** The kind with this slug; empty if there is none. */
    public static Optional<MatterKind> ofSlug(String slug) {
        return Optional.ofNullable(BY_SLUG.get(slug));
    }
}
