package org.parley.matter;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A development in its place in valid-time order, as what it is now held to be.
 *
 * @param developmentId the id under which it was first recorded, whatever corrected it since
 * @param position the place of its first recording in the trail
 * @param recordedAt when it was first recorded (UTC): decides between developments that begin together
 * @param contentRecordedAt when its content now was recorded (UTC): later than first where it was corrected
 * @param start where it stands in valid-time order: its beginning; what has no date and does not begin its matter
 *     stands with the beginning of the matter
 * @param development its content now
 * @param disputed whether its truth is disputed
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
     * By beginning, then by recording. Positions decide only within older trails, in which several entries may have been
     * recorded at one instant.
     */
    public static final Comparator<Occurrence> WORLD_ORDER = Comparator.comparing(Occurrence::start)
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

    /** From when on it has happened for certain: it is over then, or it was recorded before that, and so had happened. */
    public Instant certainFrom() {
        Instant end = development.end();
        return end.isBefore(contentRecordedAt) ? end : contentRecordedAt;
    }

    /** The same recording with other content. */
    public Occurrence withContent(Development other) {
        return new Occurrence(developmentId, position, recordedAt, contentRecordedAt, other, disputed, held);
    }

    /** The same, where it has no date, in a matter that begins at this instant. */
    public Occurrence inMatterBegun(Instant beginning) {
        return development.occurred() == null
                ? new Occurrence(
                        developmentId, position, recordedAt, contentRecordedAt, beginning, development, disputed, held)
                : this;
    }
}
