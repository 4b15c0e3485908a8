package org.parley.archive.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Instants as {@code timestamptz} of PostgreSQL, which has microseconds. */
public final class Timestamps {
    private static final DateTimeFormatter TEXT =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSSxxx", Locale.ROOT);

    private Timestamps() {}

    /**
     * The instant as a statement parameter, truncated to the microsecond: the driver would round the last nanosecond of
     * a day up to the next day.
     */
    public static OffsetDateTime of(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    /** As {@link #of}, with null for null, {@link Instant#MIN} and {@link Instant#MAX}. */
    public static @Nullable OffsetDateTime ofNullable(@Nullable Instant instant) {
        return instant == null || instant.equals(Instant.MIN) || instant.equals(Instant.MAX) ? null : of(instant);
    }

    /** As {@link #ofNullable}, as text that PostgreSQL parses under any settings. */
    public static @Nullable String text(@Nullable Instant instant) {
        OffsetDateTime time = ofNullable(instant);
        return time == null ? null : TEXT.format(time) + (time.getYear() < 1 ? " BC" : "");
    }

    /** As {@link #text}, with {@code -infinity} for {@link Instant#MIN}. */
    public static String textOrInfinity(Instant instant) {
        String text = text(instant);
        return text == null ? "-infinity" : text;
    }

    /** The instant in a column; null if it is null. */
    public static @Nullable Instant read(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    /** The instant in a column that is never null. */
    public static Instant require(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
