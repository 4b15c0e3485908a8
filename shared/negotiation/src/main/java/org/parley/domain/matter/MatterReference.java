package org.parley.domain.matter;

/** A reference to a matter of the same negotiation: {@code ceasefire/alaska}. */
public record MatterReference(MatterKind kind, String slug) {
    /** The form of a reference, as a regular expression that JSON Schema understands too. */
    public static final String PATTERN = "^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$";

    public MatterReference {
        Slug.require(slug);
    }

    /**
     * Parses a reference.
     *
     * @throws IllegalArgumentException if the text is not a reference
     */
    public static MatterReference parse(String text) {
        int slash = text.indexOf('/');
        MatterKind kind = MatterKind.ofSlug(text.substring(0, Math.max(slash, 0)))
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is not kind/slug"));
        return new MatterReference(kind, text.substring(slash + 1));
    }

    @Override
    public String toString() {
        return kind.slug() + "/" + slug;
    }
}
