package org.parley.domain.time;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Renders a date in Spanish, as in a sentence: {@code el 15 de agosto de 2025}, {@code en febrero de 2025}. */
final class SpanishDateText {
    private static final Locale SPANISH = Locale.of("es");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d 'de' MMMM 'de' yyyy", SPANISH);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d 'de' MMMM", SPANISH);
    private static final DateTimeFormatter DAY_OF_MONTH = DateTimeFormatter.ofPattern("d", SPANISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM 'de' yyyy", SPANISH);
    private static final DateTimeFormatter MONTH_OF_YEAR = DateTimeFormatter.ofPattern("MMMM", SPANISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", SPANISH);
    private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("'(UTC'xxx')'", SPANISH);

    private SpanishDateText() {}

    static String withPreposition(Edtf date) {
        String text = date.text();
        if (text.contains("/")) {
            return between(date);
        }
        if (text.endsWith("~")) {
            return "hacia " + noun(text.substring(0, text.length() - 1));
        }
        if (text.endsWith("?")) {
            return "quizá " + withPreposition(Edtf.parse(text.substring(0, text.length() - 1)));
        }
        return (text.length() >= 10 ? "" : "en ") + noun(text);
    }

    static String withoutPreposition(Edtf date) {
        String text = date.text();
        if (text.contains("/")) {
            String within = between(date);
            return within.startsWith("el ") ? within : (date.hasTime() ? "un momento " : "una fecha ") + within;
        }
        if (text.endsWith("~")) {
            return "aproximadamente " + noun(text.substring(0, text.length() - 1));
        }
        return text.endsWith("?") ? noun(text.substring(0, text.length() - 1)) + " (fecha incierta)" : noun(text);
    }

    /** What is the same in both dates is said once: {@code entre el 20 y el 26 de agosto de 2025}. */
    private static String between(Edtf date) {
        String from = date.text().substring(0, date.text().indexOf('/'));
        String to = date.text().substring(from.length() + 1);
        if (date.hasTime()) {
            OffsetDateTime begin = OffsetDateTime.parse(from);
            OffsetDateTime end = OffsetDateTime.parse(to);
            return begin.toLocalDate().equals(end.toLocalDate())
                            && begin.getOffset().equals(end.getOffset())
                    ? "el " + begin.format(DAY) + " entre " + clock(begin) + " y " + clock(end) + " "
                            + end.format(OFFSET)
                    : "entre " + noun(from) + " y " + noun(to);
        }
        return "entre " + first(from, to) + " y " + noun(to);
    }

    private static String first(String from, String to) {
        boolean isSameYear = from.length() == to.length() && from.startsWith(to.substring(0, 4));
        if (from.length() == 10 && isSameYear) {
            return "el "
                    + LocalDate.parse(from).format(from.startsWith(to.substring(0, 7)) ? DAY_OF_MONTH : DAY_OF_YEAR);
        }
        return from.length() == 7 && isSameYear ? YearMonth.parse(from).format(MONTH_OF_YEAR) : noun(from);
    }

    private static String noun(String date) {
        return switch (date.length()) {
            case 4 -> date; // four digits, also of an early year
            case 7 -> YearMonth.parse(date).format(MONTH);
            case 10 -> "el " + LocalDate.parse(date).format(DAY);
            default -> {
                OffsetDateTime instant = OffsetDateTime.parse(date);
                yield "el " + instant.format(DAY) + " a " + clock(instant) + " " + instant.format(OFFSET);
            }
        };
    }

    private static String clock(OffsetDateTime instant) {
        return (instant.getHour() == 1 ? "la " : "las ") + instant.format(TIME);
    }
}
