package org.parley.matter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.parley.time.Edtf;

/**
 * Where a matter stands after some part of its history.
 *
 * @param address which matter
 * @param title how it is called: the last title given, else its slug
 * @param status the name of its state in the lifecycle of its kind
 * @param since when it came into that state; null when before everything
 * @param detail what else is known of it
 * @param certainFrom the first instant from which every development it rests on has happened for certain, as {@link
 *     Occurrence#certainFrom} says
 * @param disputed whether a development it rests on is disputed
 * @param held whether a development it rests on is under embargo
 */
public record MatterState(
        MatterAddress address,
        String title,
        Enum<?> status,
        @Nullable Edtf since,
        Detail detail,
        Instant certainFrom,
        boolean disputed,
        boolean held) {

    /** The same state, disputed and held as told. */
    public MatterState marked(boolean disputed, boolean held) {
        return disputed == this.disputed && held == this.held
                ? this
                : new MatterState(address, title, status, since, detail, certainFrom, disputed, held);
    }

    /** The same state with another detail. */
    public MatterState with(Detail other) {
        return new MatterState(address, title, status, since, other, certainFrom, disputed, held);
    }

    /** Whether, at this instant, something it rests on may not have happened yet. */
    public boolean isPossibleAt(Instant instant) {
        return instant.isBefore(certainFrom);
    }
}
