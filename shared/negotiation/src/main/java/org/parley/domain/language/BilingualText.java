package org.parley.domain.language;

import java.util.function.Function;

/** A text in both languages. */
public record BilingualText(String english, String spanish) {
    /** A text that is rendered for each language. */
    public static BilingualText of(Function<Language, String> rendered) {
        return new BilingualText(rendered.apply(Language.ENGLISH), rendered.apply(Language.SPANISH));
    }

    /** A text that is the same in both languages, such as the message of a parser. */
    public static BilingualText same(String text) {
        return new BilingualText(text, text);
    }

    public String in(Language language) {
        return switch (language) {
            case ENGLISH -> english;
            case SPANISH -> spanish;
        };
    }

    /** Both texts, changed in the same way. */
    public BilingualText map(Function<String, String> change) {
        return new BilingualText(change.apply(english), change.apply(spanish));
    }
}
