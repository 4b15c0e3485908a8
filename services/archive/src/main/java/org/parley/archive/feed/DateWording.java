package org.parley.archive.feed;

import org.parley.domain.language.BilingualText;
import org.parley.domain.language.Language;
import org.parley.domain.time.Edtf;

/** Says in words how exact a date is. */
final class DateWording {
    private static final int DAY = "2025-08-15".length();

    private DateWording() {}

    /** Whether the date is one day, or one instant, without a doubt. */
    static boolean isExact(Edtf date) {
        String text = date.text();
        return text.indexOf('/') < 0 && (date.hasTime() || text.length() == DAY);
    }

    static String of(Edtf date, Language language) {
        String text = date.text();
        if (text.indexOf('/') >= 0) {
            String from = text.substring(0, text.indexOf('/'));
            String to = text.substring(text.indexOf('/') + 1);
            return new BilingualText(
                            "some time between " + from + " and " + to, "en algún momento entre " + from + " y " + to)
                    .in(language);
        }
        if (text.endsWith("~") || text.endsWith("?")) {
            String plain = text.substring(0, text.length() - 1);
            return (text.endsWith("~")
                            ? new BilingualText("about " + plain, "hacia " + plain)
                            : new BilingualText(plain + ", uncertain", plain + ", sin certeza"))
                    .in(language);
        }
        return isExact(date)
                ? text
                : new BilingualText("some time in " + text, "en algún momento de " + text).in(language);
    }
}
