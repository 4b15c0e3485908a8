package org.parley.desk.form;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as a group of form inputs: first the precision, then the fields for it. The inputs are named {@code name.how},
 * {@code name.day}, {@code name.until}, {@code name.month}, {@code name.year}, {@code name.time}, {@code name.offset}
 * and {@code name.edtf}.
 */
public final class DateInput {
    /** The precisions to choose from. */
    public static final List<String> HOW =
            List.of("today", "yesterday", "day", "about", "perhaps", "between", "time", "month", "year", "edtf");

    private static final Pattern INSTANT =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})T(\\d{2}:\\d{2}(?::\\d{2})?)(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private DateInput() {}

    /**
     * The date from the inputs in EDTF; null when they are empty. A text that is no date is returned unchanged, so that
     * the ledger refuses it.
     */
    static @Nullable String read(FormValues values, String name, Clock clock) {
        String day = values.get(name + ".day");
        String date =
                switch (values.get(name + ".how")) {
                    case "today" -> today(values, clock).toString();
                    case "yesterday" -> today(values, clock).minusDays(1).toString();
                    case "day" -> day;
                    case "about" -> day.isEmpty() ? "" : day + "~";
                    case "perhaps" -> day.isEmpty() ? "" : day + "?";
                    case "between" -> {
                        String until = values.get(name + ".until");
                        yield day.isEmpty() && until.isEmpty() ? "" : day + "/" + until;
                    }
                    case "time" -> time(day, values.get(name + ".time"), values.get(name + ".offset"));
                    case "month" -> values.get(name + ".month");
                    case "year" -> values.get(name + ".year");
                    case "edtf" -> values.get(name + ".edtf");
                    default -> "";
                };
        return date.isEmpty() ? null : date;
    }

    /** Sets the inputs from an EDTF date. */
    static void write(FormValues values, String name, String edtf) {
        Matcher instant = INSTANT.matcher(edtf);
        int slash = edtf.indexOf('/');
        if (instant.matches()) {
            values.put(name + ".how", "time");
            values.put(name + ".day", instant.group(1));
            values.put(name + ".time", instant.group(2));
            values.put(name + ".offset", instant.group(3).equals("Z") ? "+00:00" : instant.group(3));
        } else if (slash > 0
                && DAY.matcher(edtf.substring(0, slash)).matches()
                && DAY.matcher(edtf.substring(slash + 1)).matches()) {
            values.put(name + ".how", "between");
            values.put(name + ".day", edtf.substring(0, slash));
            values.put(name + ".until", edtf.substring(slash + 1));
        } else if (edtf.length() == 11 && (edtf.endsWith("~") || edtf.endsWith("?"))) {
            values.put(name + ".how", edtf.endsWith("~") ? "about" : "perhaps");
            values.put(name + ".day", edtf.substring(0, 10));
        } else if (DAY.matcher(edtf).matches()) {
            values.put(name + ".how", "day");
            values.put(name + ".day", edtf);
        } else if (edtf.matches("\\d{4}-\\d{2}")) {
            values.put(name + ".how", "month");
            values.put(name + ".month", edtf);
        } else if (edtf.matches("\\d{4}")) {
            values.put(name + ".how", "year");
            values.put(name + ".year", edtf);
        } else {
            values.put(name + ".how", "edtf");
            values.put(name + ".edtf", edtf);
        }
    }

    private static String time(String day, String time, String offset) {
        if (day.isEmpty() && time.isEmpty()) {
            return "";
        }
        return day + "T" + time + (offset.isEmpty() ? "Z" : offset);
    }

    /** Today in the time zone that the browser sent; otherwise in UTC. */
    private static LocalDate today(FormValues values, Clock clock) {
        ZoneId zone = ZoneOffset.UTC;
        try {
            zone = ZoneId.of(values.orElse("zone", "UTC"));
        } catch (DateTimeException e) {
            // not a zone that Java knows: falls back to UTC
        }
        return LocalDate.now(clock.withZone(zone));
    }
}
