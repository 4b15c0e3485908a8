package org.parley.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.contract.PublishedEvent;
import org.parley.contract.state.QueryInstant;
import org.parley.domain.state.NegotiationHistory;
import org.parley.domain.time.InvalidDateException;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** The options for the bitemporal point. */
final class TemporalOptions {
    @Option(
            names = "--as-of",
            paramLabel = "DATE",
            converter = Converter.class,
            description = "Valid time: only what had occurred by then. An EDTF date (2025-08-15, 2025-08, 2025;"
                    + " means its end in UTC) or an instant with its offset. Now if not given.")
    private @Nullable Instant asOf;

    @Option(
            names = "--known-at",
            paramLabel = "DATE",
            converter = Converter.class,
            description = "Transaction time: only what had been recorded by then. Now if not given.")
    private @Nullable Instant knownAt;

    /** Converts an instant, or a date to its end (UTC). */
    static final class Converter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            return read(text, QueryInstant::parse);
        }
    }

    /** Converts an instant, or a date to its start (UTC). */
    static final class StartConverter implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            return read(text, QueryInstant::parseStart);
        }
    }

    private static Instant read(String text, Function<String, Instant> reading) {
        try {
            return reading.apply(text);
        } catch (InvalidDateException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    /**
     * The valid time of the query. Without an option it is now, but not before any known development: in time zones
     * further east the next day may have begun.
     */
    Instant asOf(NegotiationHistory known) {
        return asOf == null ? known.now(Instant.now().truncatedTo(ChronoUnit.MICROS)) : asOf;
    }

    Instant knownAt(List<PublishedEvent> trail) {
        Instant now = now(trail);
        return knownAt == null || knownAt.isAfter(now) ? now : knownAt;
    }

    boolean isAsOfGiven() {
        return asOf != null;
    }

    boolean isKnownAtGiven() {
        return knownAt != null;
    }

    /** Now, but not before the last entry was recorded, because this machine's clock may be slow. */
    static Instant now(List<PublishedEvent> trail) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        Instant last = trail.isEmpty() ? now : trail.getLast().recordedAt();
        return last.isAfter(now) ? last : now;
    }
}
