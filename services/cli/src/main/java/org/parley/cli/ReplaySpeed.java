package org.parley.cli;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * The speed of a replay.
 *
 * @param perSecond the time of the trail that is replayed in one second
 */
record ReplaySpeed(Duration perSecond) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,9})(?:x|([smhd])/s)");
    private static final Map<String, Duration> UNITS = Map.of(
            "s", Duration.ofSeconds(1), "m", Duration.ofMinutes(1), "h", Duration.ofHours(1), "d", Duration.ofDays(1));

    /** The duration of the replay of a stretch of history. */
    Duration timeFor(Duration history) {
        return Duration.ofNanos((long) (history.toMillis() * 1e9 / perSecond.toMillis()));
    }

    /** Reads {@code 60x}, {@code 1d/s}, {@code 12h/s} and the like. */
    static final class Converter implements ITypeConverter<ReplaySpeed> {
        @Override
        public ReplaySpeed convert(String text) {
            Matcher parts = FORM.matcher(text);
            if (!parts.matches() || Long.parseLong(parts.group(1)) == 0) {
                throw new TypeConversionException(
                        "'" + text + "' is not a speed: 60x is 60 times real time, 1d/s one day per second");
            }
            Duration unit = UNITS.getOrDefault(String.valueOf(parts.group(2)), Duration.ofSeconds(1));
            return new ReplaySpeed(unit.multipliedBy(Long.parseLong(parts.group(1))));
        }
    }
}
