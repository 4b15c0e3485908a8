package org.parley.desk.written;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.TemporalAdjusters;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Days, weeks and months in English and Spanish words and in figures, relative to a day. The texts are folded. */
final class CalendarWords {
    /** A day without a year may be at most this far ahead; otherwise it was last year's. */
    private static final int AHEAD_DAYS = 31;

    private static final int FIRST_PART_ENDS = 10;
    private static final int SECOND_PART_ENDS = 20;
    private static final int CENTURY = 2000;

    private static final Map<String, Integer> DAYS = Map.ofEntries(
            Map.entry("today", 0),
            Map.entry("tonight", 0),
            Map.entry("this morning", 0),
            Map.entry("this afternoon", 0),
            Map.entry("this evening", 0),
            Map.entry("hoy", 0),
            Map.entry("esta noche", 0),
            Map.entry("esta manana", 0),
            Map.entry("esta tarde", 0),
            Map.entry("yesterday", -1),
            Map.entry("last night", -1),
            Map.entry("ayer", -1),
            Map.entry("anoche", -1),
            Map.entry("the day before yesterday", -2),
            Map.entry("anteayer", -2),
            Map.entry("antier", -2),
            Map.entry("tomorrow", 1),
            Map.entry("manana", 1),
            Map.entry("pasado manana", 2));
    private static final Map<String, Integer> COUNTS = Map.ofEntries(
            Map.entry("a", 1),
            Map.entry("un", 1),
            Map.entry("una", 1),
            Map.entry("one", 1),
            Map.entry("two", 2),
            Map.entry("dos", 2),
            Map.entry("three", 3),
            Map.entry("tres", 3),
            Map.entry("four", 4),
            Map.entry("cuatro", 4),
            Map.entry("five", 5),
            Map.entry("cinco", 5));
    private static final List<String> WEEKDAYS = List.of(
            "monday|lunes",
            "tuesday|martes",
            "wednesday|miercoles",
            "thursday|jueves",
            "friday|viernes",
            "saturday|sabado",
            "sunday|domingo");
    private static final List<String> MONTHS = List.of(
            "january enero",
            "february febrero",
            "march marzo",
            "april abril",
            "may mayo",
            "june junio",
            "july julio",
            "august agosto",
            "september septiembre setiembre",
            "october octubre",
            "november noviembre",
            "december diciembre");

    private static final String YEAR = "(?:,? (?:del? )?(\\d{4}))?";
    private static final Pattern AGO = Pattern.compile(
            "(?:hace )?(\\w+) (days?|dias?|weeks?|semanas?)(?: ago)?|in (\\w+) days|dentro de (\\w+) dias");
    private static final Pattern WEEKDAY = Pattern.compile(
            "(?:(?:on|the|this|el|este) )*(?:(last|past|pasado|next|proximo) )?([a-z]{5,9})(?: (pasado|que viene))?");
    private static final Pattern WEEK =
            Pattern.compile("(?:the )?(?:last|past) week|(?:la )?semana pasada|(this week|esta semana)");
    private static final Pattern LAST_MONTH = Pattern.compile("last month|(?:el )?mes pasado|(this month|este mes)");
    private static final Pattern PART = Pattern.compile("(?:in |a |en )?(early|mid|late|the beginning of|the middle of"
            + "|the end of|beginning of|middle of|end of|principios de|comienzos de|inicios de|mediados de|finales de"
            + "|fines de)[ -]([a-z]{3,10})" + YEAR);
    private static final Pattern DAY_MONTH = Pattern.compile("(?:(?:on|the|el|dia) )*(\\d{1,2})(?:st|nd|rd|th|o|\\.)?"
            + "[ -](?:of |de )?([a-z]{3,10})\\.?(?:[,-]? ?(?:del? )?(\\d{4}))?");
    private static final Pattern MONTH_DAY =
            Pattern.compile("(?:on )?([a-z]{3,10})\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?" + YEAR);
    private static final Pattern MONTH = Pattern.compile("(?:in |en )?([a-z]{3,10})" + YEAR);
    private static final Pattern FIGURES = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})(?:\\2(\\d{4}|\\d{2}))?");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([/.-])(\\d{1,2})\\2(\\d{1,2})");

    private final LocalDate today;

    CalendarWords(LocalDate today) {
        this.today = today;
    }

    /** Whether one word alone says which day it was. */
    static boolean isDayWord(String word) {
        return DAYS.containsKey(word)
                || WEEKDAYS.stream().anyMatch(names -> word.matches("(?:(?:on|the|el) )?(?:" + names + ")"));
    }

    /** The day of this number in the month of another; none when the month is shorter. */
    static List<String> day(LocalDate month, int number) {
        LocalDate day = dateOrNull(month.getYear(), month.getMonthValue(), number);
        return day == null ? List.of() : List.of(day.toString());
    }

    /** The meanings in EDTF: none, one, or several. */
    List<String> meanings(String text) {
        Integer shift = DAYS.get(text);
        if (shift != null) {
            return List.of(today.plusDays(shift).toString());
        }
        List<Function<String, List<String>>> readings = List.of(
                this::ago, this::weekday, this::week, this::month, this::partOfMonth, this::dayAndMonth, this::figures);
        for (Function<String, List<String>> reading : readings) {
            List<String> found = reading.apply(text);
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private List<String> ago(String text) {
        Matcher m = AGO.matcher(text);
        if (!m.matches()) {
            return List.of();
        }
        boolean isPast = m.group(1) != null;
        if (isPast && !text.startsWith("hace ") && !text.endsWith(" ago")) {
            return List.of();
        }
        Integer count = count(isPast ? m.group(1) : m.group(3) != null ? m.group(3) : m.group(4));
        if (count == null) {
            return List.of();
        }
        int days = isPast && (m.group(2).startsWith("w") || m.group(2).startsWith("s")) ? count * 7 : count;
        return List.of(today.plusDays(isPast ? -days : days).toString());
    }

    private static @Nullable Integer count(String word) {
        return word.matches("\\d{1,3}") ? Integer.valueOf(word) : COUNTS.get(word);
    }

    private List<String> weekday(String text) {
        Matcher m = WEEKDAY.matcher(text);
        if (!m.matches()) {
            return List.of();
        }
        for (DayOfWeek day : DayOfWeek.values()) {
            if (m.group(2).matches(WEEKDAYS.get(day.getValue() - 1))) {
                String which = m.group(1) != null ? m.group(1) : m.group(3) != null ? m.group(3) : "";
                return List.of(today.with(
                                switch (which) {
                                    case "next", "proximo", "que viene" -> TemporalAdjusters.next(day);
                                    case "" -> TemporalAdjusters.previousOrSame(day);
                                    default -> TemporalAdjusters.previous(day);
                                })
                        .toString());
            }
        }
        return List.of();
    }

    private List<String> week(String text) {
        Matcher m = WEEK.matcher(text);
        if (!m.matches()) {
            return List.of();
        }
        LocalDate monday = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        LocalDate first = m.group(1) == null ? monday.minusWeeks(1) : monday;
        return List.of(first + "/" + first.plusDays(6));
    }

    private List<String> month(String text) {
        Matcher m = LAST_MONTH.matcher(text);
        if (m.matches()) {
            return List.of(YearMonth.from(today)
                    .minusMonths(m.group(1) == null ? 1 : 0)
                    .toString());
        }
        m = MONTH.matcher(text);
        if (m.matches()) {
            int number = monthNumber(m.group(1));
            if (number > 0) {
                return List.of(
                        YearMonth.of(m.group(2) != null ? Integer.parseInt(m.group(2)) : yearOf(number, 1), number)
                                .toString());
            }
        }
        return List.of();
    }

    /** The first ten days of a month, the next ten, or the rest. */
    private List<String> partOfMonth(String text) {
        Matcher m = PART.matcher(text);
        int number = m.matches() ? monthNumber(m.group(2)) : 0;
        if (number == 0) {
            return List.of();
        }
        YearMonth month = YearMonth.of(m.group(3) != null ? Integer.parseInt(m.group(3)) : yearOf(number, 1), number);
        String part = m.group(1);
        if (part.contains("mid") || part.startsWith("medi")) {
            return List.of(month.atDay(FIRST_PART_ENDS + 1) + "/" + month.atDay(SECOND_PART_ENDS));
        }
        return part.contains("end of") || part.equals("late") || part.startsWith("fin")
                ? List.of(month.atDay(SECOND_PART_ENDS + 1) + "/" + month.atEndOfMonth())
                : List.of(month.atDay(1) + "/" + month.atDay(FIRST_PART_ENDS));
    }

    private List<String> dayAndMonth(String text) {
        Matcher m = DAY_MONTH.matcher(text);
        boolean isDayFirst = m.matches();
        if (!isDayFirst && !(m = MONTH_DAY.matcher(text)).matches()) {
            return List.of();
        }
        int month = monthNumber(m.group(isDayFirst ? 2 : 1));
        int day = Integer.parseInt(m.group(isDayFirst ? 1 : 2));
        if (month == 0) {
            return List.of();
        }
        LocalDate date = dateOrNull(m.group(3) != null ? Integer.parseInt(m.group(3)) : yearOf(month, day), month, day);
        return date == null ? List.of() : List.of(date.toString());
    }

    /** Figures may give the day or the month first: both meanings, if both are dates. */
    private List<String> figures(String text) {
        Matcher m = YEAR_FIRST.matcher(text);
        if (m.matches()) {
            LocalDate date = dateOrNull(
                    Integer.parseInt(m.group(1)), Integer.parseInt(m.group(3)), Integer.parseInt(m.group(4)));
            return date == null ? List.of() : List.of(date.toString());
        }
        m = FIGURES.matcher(text);
        if (!m.matches() || m.group(4) == null && !m.group(2).equals("/")) {
            return List.of();
        }
        int first = Integer.parseInt(m.group(1));
        int second = Integer.parseInt(m.group(3));
        Set<String> meanings = new LinkedHashSet<>();
        for (int[] dayAndMonth : new int[][] {{first, second}, {second, first}}) {
            LocalDate date =
                    dateOrNull(year(m.group(4), dayAndMonth[1], dayAndMonth[0]), dayAndMonth[1], dayAndMonth[0]);
            if (date != null) {
                meanings.add(date.toString());
            }
        }
        return List.copyOf(meanings);
    }

    private int year(@Nullable String written, int month, int day) {
        if (written == null) {
            return yearOf(month, day);
        }
        int year = Integer.parseInt(written);
        return written.length() == 2 ? CENTURY + year : year;
    }

    private int yearOf(int month, int day) {
        LocalDate thisYear = dateOrNull(today.getYear(), month, day);
        return thisYear == null || !thisYear.isAfter(today.plusDays(AHEAD_DAYS))
                ? today.getYear()
                : today.getYear() - 1;
    }

    /** The number of a month by its name or by its first three letters or more; 0 when it is no month. */
    private static int monthNumber(String name) {
        if (name.length() < 3) {
            return 0;
        }
        for (int number = 1; number <= MONTHS.size(); number++) {
            for (String month : MONTHS.get(number - 1).split(" ")) {
                if (month.equals(name) || name.length() <= 4 && month.startsWith(name.toLowerCase(Locale.ROOT))) {
                    return number;
                }
            }
        }
        return 0;
    }

    private static @Nullable LocalDate dateOrNull(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
