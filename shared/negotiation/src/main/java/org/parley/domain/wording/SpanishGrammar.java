package org.parley.domain.wording;

import org.jspecify.annotations.Nullable;
import org.parley.domain.party.Actors;

/** The agreement of verbs and the contraction of prepositions in Spanish clauses. */
public final class SpanishGrammar {
    private static final String ARTICLE = "el ";

    private SpanishGrammar() {}

    /** Actors with their verb: {@code Rusia rechazó}, {@code Rusia y Ucrania rechazaron}. */
    public static String act(SentenceNames names, Actors by, String singular, String plural) {
        return names.actors(by) + " " + (by.parties().size() == 1 ? singular : plural);
    }

    /**
     * The same; without actors the subject is several unnamed ones.
     *
     * @param unnamed a plural, such as {@code las partes}
     */
    public static String act(SentenceNames names, @Nullable Actors by, String unnamed, String singular, String plural) {
        return by == null ? unnamed + " " + plural : act(names, by, singular, plural);
    }

    /** {@code de Rusia}, {@code del Reino Unido}; not {@code del Salvador}, whose article is part of the name. */
    public static String of(String name) {
        return name.startsWith(ARTICLE) ? "del " + name.substring(ARTICLE.length()) : "de " + name;
    }

    /** {@code a Rusia}, {@code al Reino Unido}. */
    public static String to(String name) {
        return name.startsWith(ARTICLE) ? "al " + name.substring(ARTICLE.length()) : "a " + name;
    }
}
