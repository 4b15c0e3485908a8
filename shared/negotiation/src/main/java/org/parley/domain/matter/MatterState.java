package org.parley.domain.matter;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.time.Edtf;

/**
 * The state of a matter after some part of its history.
 *
 * @param address the address of the matter
 * @param title the last title given, or else the slug
 * @param status its status in the lifecycle of its kind
 * @param since when it entered that status; null if before everything
 * @param detail its detail, of the type of its kind
 * @param certainFrom the instant from which every development that it depends on has certainly happened, see
 *     {@link Occurrence#certainFrom}
 * @param disputed whether a development that it depends on is disputed
 * @param held whether a development that it depends on is under embargo
 */
public record MatterState(
        MatterAddress address,
        String title,
        Enum<?> status,
        @Nullable Edtf since,
        MatterDetail detail,
        Instant certainFrom,
        boolean disputed,
        boolean held) {

    /**
     * The same state with these marks.
     *
     * @param heldDevelopments the effective developments under embargo, for the marks within the detail
     */
    public MatterState withMarks(boolean disputed, boolean held, Set<UUID> heldDevelopments) {
        MatterDetail marked = detail.withHeld(heldDevelopments);
        return disputed == this.disputed && held == this.held && marked == detail
                ? this
                : new MatterState(address, title, status, since, marked, certainFrom, disputed, held);
    }

    /** The same state with another detail. */
    public MatterState with(MatterDetail other) {
        return new MatterState(address, title, status, since, other, certainFrom, disputed, held);
    }

    /** Whether a development that it depends on may not have happened yet at this instant. */
    public boolean isPossibleAt(Instant instant) {
        return instant.isBefore(certainFrom);
    }
}
