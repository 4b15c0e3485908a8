package org.parley.matter;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where one command leads from some states.
 *
 * @param from the states it is possible in
 * @param fromNothing whether it is also possible while the matter does not exist
 * @param to the state it leads to; null leaves the state as it is
 * @param when what must hold of the detail for {@code to} to be reached, else the state stays; null when nothing
 * @param condition the same in words; null when there is none
 * @param <S> the kind's states
 * @param <D> the kind's detail
 */
public record Move<S extends Enum<S>, D extends Detail>(
        Set<S> from,
        boolean fromNothing,
        @Nullable S to,
        @Nullable Predicate<D> when,
        @Nullable String condition) {

    boolean isPossibleIn(@Nullable Enum<?> status) {
        return status == null ? fromNothing : from.contains(status);
    }

    /** The state after it; the state before must be one this move is possible in. */
    Enum<?> after(@Nullable Enum<?> before, D detail) {
        boolean stays = to == null || (when != null && !when.test(detail));
        Enum<?> after = stays ? before : to;
        if (after == null) {
            throw new IllegalStateException("a move out of nothing must lead somewhere: " + this);
        }
        return after;
    }
}
