package org.parley.domain.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as a source gives it, in Parley's profile of EDTF (ISO 8601-2): a day, month or year; an instant with its
 * offset, to the minute or second; a day, month or year marked approximate ({@code ~}) or uncertain ({@code ?}); an
 * interval of two plain dates or two instants, at some point of which it happened.
 *
 * <p>A date without a time starts at 00:00 UTC and ends with the last nanosecond of its last day (UTC); {@code ~} and
 * {@code ?} do not widen it. An interval of instants includes both. Two dates are equal if their texts are.
 *
 * @see <a href="https://www.loc.gov/standards/datetime/">Library of Congress: EDTF specification</a>
 */
public final class Edtf {
    private static final Pattern DATE = Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2}))?)?");
    private static final Pattern INSTANT =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(?::\\d{2})?(?:Z|[+-]\\d{2}:\\d{2})");

    private final String text;
    private final Instant start;
    private final Instant end;

    private Edtf(String text, Instant start, Instant end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    /**
     * Parses a date.
     *
     * @throws InvalidDateException if the text has none of these forms or is not a date of the calendar
     */
    public static Edtf parse(String text) {
        try {
            int slash = text.indexOf('/');
            if (slash >= 0) {
                return interval(text, text.substring(0, slash), text.substring(slash + 1));
            }
            if (INSTANT.matcher(text).matches()) {
                return instant(text);
            }
            boolean qualified = text.endsWith("~") || text.endsWith("?");
            Edtf plain = date(qualified ? text.substring(0, text.length() - 1) : text);
            return new Edtf(text, plain.start, plain.end);
        } catch (DateTimeException e) {
            throw new InvalidDateException(text, e);
        }
    }

    /** The date of a day in UTC. */
    public static Edtf day(LocalDate day) {
        return date(day.toString());
    }

    /**
     * The interval from one instant to another, both included, to the second; an instant if both are equal.
     *
     * @throws DateTimeException if it ends before it starts
     */
    public static Edtf between(OffsetDateTime from, OffsetDateTime to) {
        String begin = from.truncatedTo(ChronoUnit.SECONDS).toString();
        String end = to.truncatedTo(ChronoUnit.SECONDS).toString();
        return begin.equals(end) ? instant(begin) : interval(begin + "/" + end, begin, end);
    }

    private static Edtf instant(String text) {
        Instant instant = OffsetDateTime.parse(text).toInstant();
        return new Edtf(text, instant, instant);
    }

    private static Edtf date(String text) {
        Matcher parts = DATE.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException("not a date");
        }
        if (parts.group(2) == null) {
            Year year = Year.parse(text);
            return days(text, year.atDay(1), year.atDay(year.length()));
        }
        if (parts.group(3) == null) {
            YearMonth month = YearMonth.parse(text);
            return days(text, month.atDay(1), month.atEndOfMonth());
        }
        LocalDate day = LocalDate.parse(text);
        return days(text, day, day);
    }

    private static Edtf days(String text, LocalDate first, LocalDate last) {
        return new Edtf(text, first.atStartOfDay().toInstant(ZoneOffset.UTC), lastInstantOf(last));
    }

    /** An interval of two dates or of two instants, but not of one of each, because a date has no offset. */
    private static Edtf interval(String text, String begin, String last) {
        boolean timed =
                INSTANT.matcher(begin).matches() && INSTANT.matcher(last).matches();
        Edtf from = timed ? instant(begin) : date(begin);
        Edtf to = timed ? instant(last) : date(last);
        if (from.start.isAfter(to.start) || from.end.isAfter(to.end)) {
            throw new DateTimeException("the interval ends before it begins");
        }
        return new Edtf(text, from.start, to.end);
    }

    private static Instant lastInstantOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC).minusNanos(1);
    }

    /** The first instant at which it may have happened; it decides the order of dates. */
    public Instant start() {
        return start;
    }

    /** The last instant at which it may have happened, inclusive. */
    public Instant end() {
        return end;
    }

    /** The date in EDTF, as it was written. */
    public String text() {
        return text;
    }

    /** Whether it is an instant or an interval of instants. */
    public boolean hasTime() {
        return text.indexOf('T') >= 0;
    }

    /** Whether it spans more than one day. */
    public boolean isLongerThanADay() {
        return ChronoUnit.DAYS.between(start, end) >= 1;
    }

    /** The first day it may have happened on, in UTC. */
    public LocalDate firstDay() {
        return LocalDate.ofInstant(start, ZoneOffset.UTC);
    }

    /** The last day it may have happened on, in UTC. */
    public LocalDate lastDay() {
        return LocalDate.ofInstant(end, ZoneOffset.UTC);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Edtf edtf && text.equals(edtf.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
