package org.parley.domain.time;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.parley.domain.language.Language;

/** Renders a date as in a sentence: {@code on 15 August 2025}, {@code en febrero de 2025}. */
public final class DateText {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_MONTH = DateTimeFormatter.ofPattern("d", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH_OF_YEAR = DateTimeFormatter.ofPattern("MMMM", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter ZONED_TIME =
            DateTimeFormatter.ofPattern("HH:mm '(UTC'xxx')'", Locale.ENGLISH);
    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("d MMMM yyyy 'at' HH:mm '(UTC'xxx')'", Locale.ENGLISH);

    private DateText() {}

    /** The date with its preposition, as an adverb: {@code on 15 August 2025}, {@code el 15 de agosto de 2025}. */
    public static String withPreposition(Edtf date, Language language) {
        return switch (language) {
            case ENGLISH -> withPreposition(date);
            case SPANISH -> SpanishDateText.withPreposition(date);
        };
    }

    /** The date as a noun, after words such as "until" or "hasta". */
    public static String withoutPreposition(Edtf date, Language language) {
        return switch (language) {
            case ENGLISH -> withoutPreposition(date);
            case SPANISH -> SpanishDateText.withoutPreposition(date);
        };
    }

    /** The date in English with its preposition. */
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
        return "between " + beforeEnd(from, to) + " and " + withoutPreposition(to);
    }

    /** The beginning of an interval without the month and year that its end repeats. */
    private static String beforeEnd(String from, String to) {
        if (from.length() != to.length() || from.length() > 10 || !from.regionMatches(0, to, 0, 5)) {
            return withoutPreposition(from);
        }
        return switch (from.length()) {
            case 7 -> YearMonth.parse(from).format(MONTH_OF_YEAR);
            case 10 -> LocalDate.parse(from).format(from.regionMatches(0, to, 0, 8) ? DAY_OF_MONTH : DAY_OF_YEAR);
            default -> withoutPreposition(from);
        };
    }

    /**
     * The date in English as a noun, after words such as "until" or "since": {@code 15 August 2025},
     * {@code a date between 20 and 26 August 2025}.
     */
    public static String withoutPreposition(Edtf date) {
        String words = withPreposition(date);
        if (words.startsWith("between ")) {
            return (date.hasTime() ? "a time " : "a date ") + words;
        }
        return words.replaceFirst("^(perhaps )?(?:on|in) ", "$1");
    }

    private static String withoutPreposition(String date) {
        return switch (date.length()) {
            case 4 -> date; // four digits, also of an early year
            case 7 -> YearMonth.parse(date).format(MONTH);
            case 10 -> LocalDate.parse(date).format(DAY);
            default -> OffsetDateTime.parse(date).format(INSTANT);
        };
    }
}
