package org.parley.domain.matter;

/**
 * The address of a matter: {@code ukraine-2025/ceasefire/alaska}. The negotiation itself is a matter of the kind
 * negotiation with the same slug: {@code ukraine-2025/negotiation/ukraine-2025}.
 */
public record MatterAddress(String negotiation, MatterKind kind, String slug) {
    public MatterAddress {
        Slug.require(negotiation);
        Slug.require(slug);
    }

    /** The address of the negotiation itself. */
    public static MatterAddress ofNegotiation(String negotiation) {
        return new MatterAddress(negotiation, MatterKind.NEGOTIATION, negotiation);
    }

    /**
     * Parses an address.
     *
     * @throws IllegalArgumentException if the text is not an address
     */
    public static MatterAddress parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("'" + text + "' is not an address: negotiation/kind/slug");
        }
        MatterKind kind = MatterKind.ofSlug(parts[1])
                .orElseThrow(() -> new IllegalArgumentException("'" + parts[1] + "' is not a kind of matter"));
        return new MatterAddress(parts[0], kind, parts[2]);
    }

    @Override
    public String toString() {
        return negotiation + "/" + kind.slug() + "/" + slug;
    }
}
