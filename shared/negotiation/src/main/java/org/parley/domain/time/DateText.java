package org.parley.domain.time;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Renders a date in English, as in a sentence: {@code on 15 August 2025}, {@code in February 2025}. */
public final class DateText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter ZONED_TIME =
            DateTimeFormatter.ofPattern("HH:mm '(UTC'xxx')'", Locale.ENGLISH);
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm '(UTC'xxx')'", Locale.ENGLISH);

    private DateText() {}

    /** The date with its preposition. */
    public static String withPreposition(Edtf date) {
        String text = date.text();
        int slash = text.indexOf('/');
        if (slash >= 0) {
            return between(date, text.substring(0, slash), text.substring(slash + 1));
        }
        if (text.endsWith("~")) {
            return "about " + withoutPreposition(text.substring(0, text.length() - 1));
        }
        if (text.endsWith("?")) {
            return "perhaps " + withPreposition(Edtf.parse(text.substring(0, text.length() - 1)));
        }
        return (text.length() >= 10 ? "on " : "in ") + withoutPreposition(text);
    }

    private static String between(Edtf date, String from, String to) {
        if (date.hasTime()) {
            OffsetDateTime begin = OffsetDateTime.parse(from);
            OffsetDateTime end = OffsetDateTime.parse(to);
            if (begin.toLocalDate().equals(end.toLocalDate())
                    && begin.getOffset().equals(end.getOffset())) {
                return "on " + begin.format(DAY) + " between " + begin.format(TIME) + " and " + end.format(ZONED_TIME);
            }
        }
        return "between " + withoutPreposition(from) + " and " + withoutPreposition(to);
    }

    /** The date without the prepositions "on" and "in": {@code 15 August 2025}. Words such as "about" remain. */
    public static String withoutPreposition(Edtf date) {
        String words = withPreposition(date);
        return words.startsWith("on ") || words.startsWith("in ") ? words.substring(3) : words;
    }

    private static String withoutPreposition(String date) {
        return switch (date.length()) {
            case 4 -> Year.parse(date).toString();
            case 7 -> YearMonth.parse(date).format(MONTH);
            case 10 -> LocalDate.parse(date).format(DAY);
            default -> OffsetDateTime.parse(date).format(INSTANT);
        };
    }
}
