package org.parley.table.cell;

import java.text.Normalizer;
import java.util.Locale;
import org.parley.domain.matter.Slug;

/** Derives slugs from titles. */
public final class Slugs {
    private Slugs() {}

    /** {@code “Sécurité: the second plan”} becomes {@code securite-the-second-plan}; empty when nothing remains. */
    public static String of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.length() <= Slug.MAX ? plain : plain.substring(0, Slug.MAX).replaceAll("-+$", "");
    }
}
