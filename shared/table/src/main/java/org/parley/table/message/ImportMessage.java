package org.parley.table.message;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;
import org.parley.domain.language.BilingualText;
import org.parley.domain.language.Language;

/**
 * A message for the editor, in English or Spanish.
 *
 * @param key its key in the resource bundle; empty for a message of the ledger
 * @param arguments the arguments as shown; for a message of the ledger, its text: in English and then in Spanish, or in
 *     one language only
 */
public record ImportMessage(String key, List<String> arguments) {
    private static final String BUNDLE = "org.parley.table.messages";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final int QUOTED_MAX = 80;

    public static ImportMessage of(String key, Object... arguments) {
        return new ImportMessage(key, Stream.of(arguments).map(Object::toString).toList());
    }

    /** A message of the ledger in the language that it was asked in. */
    public static ImportMessage ofLedger(String text) {
        return new ImportMessage("", List.of(text));
    }

    /** A message of the ledger in both languages. */
    public static ImportMessage ofLedger(BilingualText text) {
        return new ImportMessage("", List.of(text.english(), text.spanish()));
    }

    /** Whether it is a message of the ledger, not of this table. */
    public boolean isOfLedger() {
        return key.isEmpty();
    }

    /** The text in the language of the locale; in English when there is no translation. */
    public String text(Locale locale) {
        if (key.isEmpty()) {
            return Language.of(locale) == Language.SPANISH ? arguments.getLast() : arguments.getFirst();
        }
        ResourceBundle bundle =
                ResourceBundle.getBundle(BUNDLE, locale, ImportMessage.class.getClassLoader(), NO_FALLBACK);
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments.toArray());
    }

    /** The text of a cell on one line, abbreviated for a message. */
    public static String quoted(String text) {
        String oneLine = text.replaceAll("\\s+", " ").strip();
        return oneLine.length() > QUOTED_MAX ? oneLine.substring(0, QUOTED_MAX) + "…" : oneLine;
    }

    @Override
    public String toString() {
        return text(Locale.ENGLISH);
    }
}
