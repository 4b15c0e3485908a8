package org.parley.table;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

/**
 * A sentence for the editor, in English or Spanish.
 *
 * @param key its name in the bundle; empty for a sentence of the ledger's, which is English
 * @param arguments what is filled in, as it is to be shown; of a sentence of the ledger's the sentence itself
 */
public record Message(String key, List<String> arguments) {
    private static final String BUNDLE = "org.parley.table.messages";
    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
    private static final int QUOTED_MAX = 80;

    static Message of(String key, Object... arguments) {
        return new Message(key, Stream.of(arguments).map(Object::toString).toList());
    }

    /** A sentence that the ledger said. */
    static Message said(String sentence) {
        return new Message("", List.of(sentence));
    }

    /** Whether it is a sentence of the ledger's, which is English in every language. */
    public boolean isEnglish() {
        return key.isEmpty();
    }

    /** The sentence; in English where it does not exist in the language. */
    public String text(Locale locale) {
        if (key.isEmpty()) {
            return arguments.getFirst();
        }
        ResourceBundle bundle =
                ResourceBundle.getBundle(BUNDLE, locale, Message.class.getClassLoader(), NO_FALLBACK);
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(arguments.toArray());
    }

    /** A cell's text as a sentence quotes it: not longer than fits into one. */
    static String quoted(String text) {
        String oneLine = text.replaceAll("\\s+", " ").strip();
        return oneLine.length() > QUOTED_MAX ? oneLine.substring(0, QUOTED_MAX) + "…" : oneLine;
    }

    @Override
    public String toString() {
        return text(Locale.ENGLISH);
    }
}
