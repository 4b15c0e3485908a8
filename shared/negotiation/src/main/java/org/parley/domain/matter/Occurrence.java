package org.parley.domain.matter;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A development with its effective content, at its place in valid-time order.
 *
 * @param developmentId the id of its first recording, also after corrections
 * @param position the position of its first recording in the trail
 * @param recordedAt when it was first recorded (UTC); orders developments with the same start
 * @param contentRecordedAt when its effective content was recorded (UTC); later than {@code recordedAt} if it was
 *     corrected
 * @param start its start in valid time; without a date, the start of the matter
 * @param development its effective content
 * @param disputed whether it is disputed
 * @param held whether it is under embargo
 */
public record Occurrence(
        UUID developmentId,
        long position,
        Instant recordedAt,
        Instant contentRecordedAt,
        Instant start,
        Development development,
        boolean disputed,
        boolean held) {
    /**
     * By start, then by time of recording. Positions decide only in older trails, in which several entries may have
     * been recorded at one instant.
     */
    public static final Comparator<Occurrence> VALID_TIME_ORDER = Comparator.comparing(Occurrence::start)
            .thenComparing(Occurrence::recordedAt)
            .thenComparingLong(Occurrence::position);

    public Occurrence(
            UUID developmentId,
            long position,
            Instant recordedAt,
            Instant contentRecordedAt,
            Development development,
            boolean disputed,
            boolean held) {
        this(developmentId, position, recordedAt, contentRecordedAt, development.start(), development, disputed, held);
    }

    public Event event() {
        return development.event();
    }

    /**
     * The instant from which it has certainly happened: the end of its date, or the time of recording if that is
     * earlier.
     */
    public Instant certainFrom() {
        Instant end = development.end();
        return end.isBefore(contentRecordedAt) ? end : contentRecordedAt;
    }

    /** The same occurrence with other content. */
    public Occurrence withContent(Development other) {
        return new Occurrence(developmentId, position, recordedAt, contentRecordedAt, other, disputed, held);
    }

    /** The same occurrence in a matter that starts at an instant, which is its start if it has no date. */
    public Occurrence withMatterStart(Instant beginning) {
        return development.occurred() == null
                ? new Occurrence(
                        developmentId, position, recordedAt, contentRecordedAt, beginning, development, disputed, held)
                : this;
    }
}
