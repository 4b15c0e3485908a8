package org.parley.table.cell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.domain.time.Edtf;
import org.parley.domain.time.InvalidDateException;
import org.parley.table.message.ImportMessage;

/**
 * A date as people and spreadsheets write it. Accepts EDTF ({@link Edtf}) and texts with exactly one interpretation.
 * An ambiguous date, such as 03/04, and a time without a zone are refused with the alternatives.
 */
final class DateCell {
    private static final int LENGTH_MAX = 60;
    private static final int ANCIENT = 1000;
    private static final int CENTURY = 2000;
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})");
    private static final Pattern BASIC = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern YEAR_LAST = Pattern.compile("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(\\d{1,2})(?:st|nd|rd|th|\\.)?[\\s-]+(?:de\\s+|of\\s+)?(\\p{L}{3,})\\.?,?[\\s-]+(?:del?\\s+)?(\\d{4}|\\d{2})");
    private static final Pattern MONTH_DAY =
            Pattern.compile("(\\p{L}{3,})\\.?[\\s-]+(\\d{1,2})(?:st|nd|rd|th)?,?[\\s-]+(\\d{4})");
    private static final Pattern MONTH_YEAR = Pattern.compile("(\\p{L}{3,})\\.?,?[\\s-]+(?:del?\\s+)?(\\d{4})");
    private static final Pattern SEASON = Pattern.compile("\\d{4}-2[1-4]");
    private static final Pattern SERIAL = Pattern.compile("([2-7]\\d{4})(?:[.,]\\d+)?");
    private static final Pattern TIME =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})[T ]\\s*(\\d{1,2}:\\d{2}(?::\\d{2})?)([.,]\\d+)?\\s*(.*)");
    private static final Pattern TIMES = Pattern.compile("([^/]*:[^/]*)/([^/]*:[^/]*)");
    private static final Pattern OFFSET = Pattern.compile("([+\\-−]?)(\\d{2}):?(\\d{2})?");

    private DateCell() {}

    static CellValue read(String cell) {
        if (cell.length() > LENGTH_MAX) {
            return none(cell);
        }
        try {
            Edtf date = Edtf.parse(cell);
            int year = date.lastDay().getYear();
            return year < ANCIENT ? ancient(cell, year) : CellValue.text(cell);
        } catch (InvalidDateException e) {
            return interpreted(cell);
        }
    }

    private static CellValue ancient(String cell, int year) {
        return year < 100 && cell.length() > 3
                ? CellValue.unclear("date.ancient", cell, year, (CENTURY + year) + cell.substring(4))
                : CellValue.unclear("date.early", cell, year);
    }

    private static CellValue interpreted(String cell) {
        Matcher m = TIMES.matcher(cell);
        if (m.matches()) {
            return times(cell, m.group(1), m.group(2));
        }
        m = YEAR_FIRST.matcher(cell);
        if (m.matches() || (m = BASIC.matcher(cell)).matches()) {
            boolean basic = m.groupCount() == 3;
            return day(cell, m.group(1), m.group(basic ? 2 : 3), m.group(basic ? 3 : 4));
        } else if ((m = YEAR_LAST.matcher(cell)).matches()) {
            return yearLast(cell, m.group(1), m.group(3), m.group(4));
        } else if ((m = DAY_MONTH.matcher(cell)).matches()) {
            return named(cell, m.group(1), m.group(2), m.group(3));
        } else if ((m = MONTH_DAY.matcher(cell)).matches()) {
            return named(cell, m.group(2), m.group(1), m.group(3));
        } else if ((m = MONTH_YEAR.matcher(cell)).matches()) {
            Month month = month(m.group(1));
            return month == null
                    ? none(cell)
                    : CellValue.interpreted(
                            YearMonth.of(Integer.parseInt(m.group(2)), month).toString());
        } else if ((m = TIME.matcher(cell)).matches()) {
            return time(cell, m);
        } else if ((m = SERIAL.matcher(cell)).matches()) {
            return CellValue.unclear("date.serial", cell, SERIAL_ZERO.plusDays(Integer.parseInt(m.group(1))));
        } else if (SEASON.matcher(cell).matches()) {
            return CellValue.unclear("date.season", cell, cell.substring(0, 4));
        }
        return none(cell);
    }

    private static CellValue none(String cell) {
        return CellValue.unclear("date.none", ImportMessage.quoted(cell));
    }

    private static CellValue day(String cell, String year, String month, String day) {
        LocalDate date = date(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
        return date == null ? CellValue.unclear("date.noSuchDay", cell) : CellValue.interpreted(date.toString());
    }

    private static CellValue yearLast(String cell, String first, String second, String year) {
        int a = Integer.parseInt(first);
        int b = Integer.parseInt(second);
        int y = Integer.parseInt(year);
        boolean isShort = year.length() == 2;
        Set<LocalDate> meanings = new LinkedHashSet<>();
        for (LocalDate date : new LocalDate @Nullable [] {
            date(isShort ? CENTURY + y : y, b, a),
            date(isShort ? CENTURY + y : y, a, b),
            isShort ? date(CENTURY + a, b, y) : null
        }) {
            if (date != null) {
                meanings.add(date);
            }
        }
        List<LocalDate> all = List.copyOf(meanings);
        if (all.isEmpty()) {
            return CellValue.unclear("date.noSuchDay", cell);
        } else if (all.size() == 1) {
            return isShort
                    ? CellValue.unclear("date.shortYear", cell, all.getFirst())
                    : CellValue.interpreted(all.getFirst().toString());
        }
        return CellValue.unclear("date.twoMeanings", cell, all.get(0), all.get(1));
    }

    private static CellValue named(String cell, String day, String name, String year) {
        Month month = month(name);
        if (month == null) {
            return none(cell);
        }
        boolean isShort = year.length() == 2;
        LocalDate date =
                date(Integer.parseInt(year) + (isShort ? CENTURY : 0), month.getValue(), Integer.parseInt(day));
        if (date == null) {
            return CellValue.unclear("date.noSuchDay", cell);
        }
        return isShort ? CellValue.unclear("date.shortYear", cell, date) : CellValue.interpreted(date.toString());
    }

    private static CellValue time(String cell, Matcher m) {
        String day = m.group(1);
        String time = m.group(2).indexOf(':') == 1 ? "0" + m.group(2) : m.group(2);
        String zone = m.group(4).strip();
        boolean isExact = m.group(3) == null || m.group(3).matches("[.,]0+");
        if (!isTime(day + "T" + time + "Z")) {
            return CellValue.unclear("date.noSuchDay", cell);
        } else if (zone.isEmpty()) {
            return CellValue.unclear("date.noZone", cell, day, day + "T" + time);
        } else if (!isExact) {
            return CellValue.unclear("date.fraction", cell, day + "T" + time + offset(zone, "Z"));
        }
        String offset = offset(zone, "");
        return offset.isEmpty() || !isTime(day + "T" + time + offset)
                ? CellValue.unclear("date.namedZone", ImportMessage.quoted(zone), day + "T" + time)
                : CellValue.interpreted(day + "T" + time + offset);
    }

    /** An interval between two times. */
    private static CellValue times(String cell, String from, String to) {
        List<String> times = new ArrayList<>();
        for (String one : List.of(from.strip(), to.strip())) {
            switch (read(one)) {
                case CellValue.Literal time -> times.add(time.json().asString());
                case CellValue.Interpreted time -> times.add(time.as());
                case CellValue.Unclear unclear -> {
                    return unclear;
                }
            }
        }
        String interval = String.join("/", times);
        return isTime(interval) ? CellValue.interpreted(interval) : none(cell);
    }

    private static String offset(String zone, String otherwise) {
        if (zone.equalsIgnoreCase("Z") || zone.equals("UTC") || zone.equals("GMT")) {
            return "Z";
        }
        Matcher m = OFFSET.matcher(zone);
        return m.matches() && !m.group(1).isEmpty()
                ? m.group(1).replace('−', '-') + m.group(2) + ":" + (m.group(3) == null ? "00" : m.group(3))
                : otherwise;
    }

    private static boolean isTime(String text) {
        try {
            Edtf.parse(text);
            return true;
        } catch (InvalidDateException e) {
            return false;
        }
    }

    private static @Nullable LocalDate date(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The month with this English or Spanish name, or with this prefix of at least three letters. */
    private static @Nullable Month month(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        for (Locale language : List.of(Locale.ENGLISH, Locale.of("es"))) {
            for (Month month : Month.values()) {
                if (month.getDisplayName(TextStyle.FULL, language)
                        .toLowerCase(Locale.ROOT)
                        .startsWith(lowerCase)) {
                    return month;
                }
            }
        }
        return null;
    }
}
