package org.parley.domain.language;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A language in which sentences and refusals are rendered. Recorded events have no language. */
public enum Language {
    ENGLISH(Locale.ENGLISH),
    SPANISH(Locale.of("es"));

    /** Before the sound of i, {@code y} becomes {@code e}; not before the diphthong in {@code hielo}. */
    private static final Pattern SOUND_OF_I = Pattern.compile("(?iu)h?[ií](?![aeouáéóú]).*", Pattern.DOTALL);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** The locale with only the language. */
    public Locale locale() {
        return locale;
    }

    /** The language of a locale; English for every other one. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals(SPANISH.locale.getLanguage()) ? SPANISH : ENGLISH;
    }

    /** An enumeration: {@code Russia, Ukraine and Israel}, {@code Rusia, Ucrania e Israel}. */
    public String list(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        String last = names.get(names.size() - 1);
        return names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + conjunction(last) + last;
    }

    private String conjunction(String next) {
        return switch (this) {
            case ENGLISH -> " and ";
            case SPANISH -> SOUND_OF_I.matcher(next).matches() ? " e " : " y ";
        };
    }

    /** A title in quotation marks: {@code “Alaska”}, {@code «Alaska»}. */
    public String quoted(String title) {
        return switch (this) {
            case ENGLISH -> "“" + title + "”";
            case SPANISH -> "«" + title.replace('«', '“').replace('»', '”') + "»";
        };
    }
}
