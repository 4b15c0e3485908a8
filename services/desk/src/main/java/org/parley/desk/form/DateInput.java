package org.parley.desk.form;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.ServiceProblem;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.written.WrittenDate;
import org.parley.desk.written.WrittenDateReader;
import org.parley.domain.language.BilingualText;
import org.parley.domain.language.Language;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * A date as a group of form inputs: as somebody writes it in {@code name.written}, or exactly: first the precision, then
 * the fields for it. The inputs are named {@code name.how}, {@code name.written}, {@code name.day}, {@code name.until}, {@code name.month}, {@code name.year}, {@code name.time}, {@code name.offset}
 * and {@code name.edtf}.
 */
public final class DateInput {
    /** The precisions to choose from. */
    public static final List<String> HOW =
            List.of("today", "yesterday", "day", "about", "perhaps", "between", "time", "month", "year", "edtf");

    /** The precision that the text decides. */
    public static final String WRITTEN = "written";

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
                    case WRITTEN -> written(values, name, clock);
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
                    case "none", "" -> values.has(name + ".written") ? written(values, name, clock) : "";
                    default -> "";
                };
        return date.isEmpty() ? null : date;
    }

    /** The date that a text means; a text that is no date is returned unchanged. */
    private static String written(FormValues values, String name, Clock clock) {
        WrittenDate date = reading(values, name, clock);
        if (date.isAmbiguous()) {
            throw new ServiceRefusedException(ServiceProblem.invalid("/" + name, ambiguity(date)));
        }
        return Objects.requireNonNullElse(date.edtf(), date.text());
    }

    private static String ambiguity(WrittenDate date) {
        String first = date.meanings().getFirst();
        String last = date.meanings().getLast();
        return new BilingualText(
                        "Is " + date.text() + " " + first + " or " + last + "? Choose one.",
                        "¿Es " + date.text() + " " + first + " o " + last + "? Elija una.")
                .in(Language.of(LocaleContextHolder.getLocale()));
    }

    /** What the text of a date means. */
    public static WrittenDate reading(FormValues values, String name, Clock clock) {
        return new WrittenDateReader(ZonedDateTime.now(clock.withZone(zone(values))))
                .read(values.get(name + ".written"));
    }

    /** Sets the inputs from an EDTF date: the text, and the exact fields. */
    public static void write(FormValues values, String name, String edtf) {
        writeExactly(values, name, edtf);
        values.put(name + ".written", edtf);
        values.put(name + ".how", WRITTEN);
    }

    private static void writeExactly(FormValues values, String name, String edtf) {
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

    /** Today in the chosen zone. */
    static LocalDate today(FormValues values, Clock clock) {
        return LocalDate.now(clock.withZone(zone(values)));
    }

    /** The zone that the editor chose or the browser sent; otherwise UTC. */
    public static ZoneId zone(FormValues values) {
        try {
            return ZoneId.of(values.orElse("zone", "UTC"));
        } catch (DateTimeException e) {
            return ZoneOffset.UTC; // not a zone that Java knows
        }
    }
}
