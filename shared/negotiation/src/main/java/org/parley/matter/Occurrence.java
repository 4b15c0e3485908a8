package org.parley.matter;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;

/**
 * A development in its place in the world's order, as what it is now held to be.
 *
 * @param developmentId the id under which it was first recorded, whatever corrected it since
 * @param position the place of its first recording: decides between developments that begin together
 * @param start where it stands in the world's order: its beginning; what has no date and does not begin its matter
 *     stands with the beginning of the matter
 * @param development its content now
 * @param disputed whether its truth is disputed
 * @param held whether it is under embargo
 */
public record Occurrence(
        UUID developmentId, long position, Instant start, Development development, boolean disputed, boolean held) {
    /** By beginning, then by recording. */
    public static final Comparator<Occurrence> WORLD_ORDER =
            Comparator.comparing(Occurrence::start).thenComparingLong(Occurrence::position);

    public Occurrence(UUID developmentId, long position, Development development, boolean disputed, boolean held) {
        this(developmentId, position, development.start(), development, disputed, held);
    }

    public Event event() {
        return development.event();
    }

    /** The same, where it has no date, in a matter that begins at this instant. */
    public Occurrence inMatterBegun(Instant beginning) {
        return development.occurred() == null
                ? new Occurrence(developmentId, position, beginning, development, disputed, held)
                : this;
    }
}
