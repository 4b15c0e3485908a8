package org.parley.desk.log;

import java.text.Normalizer;
import java.util.Locale;
import org.parley.matter.Slug;

/** Makes a matter's slug of its title, where the editor gives none. */
final class Slugs {
    private Slugs() {}

    /** {@code “Sécurité: the second plan”} becomes {@code securite-the-second-plan}; empty when nothing is left. */
    static String of(String title) {
        String plain = Normalizer.normalize(title, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-+|-+$", "");
        return plain.length() <= Slug.MAX ? plain : plain.substring(0, Slug.MAX).replaceAll("-+$", "");
    }
}
