package org.parley.matter;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where one command leads from some states.
 *
 * @param from the states it is possible in
 * @param fromNothing whether it is also possible while the matter does not exist
 * @param targets where it may lead: the first whose condition holds counts, and where none does the state stays
 * @param afresh whether the matter begins again with it: nothing is kept of the detail before
 * @param guards what must hold for it to be possible at all
 * @param <S> the kind's states
 * @param <D> the kind's detail
 */
public record Move<S extends Enum<S>, D extends Detail>(
        Set<S> from, boolean fromNothing, List<Target<S, D>> targets, boolean afresh, List<Guard<D>> guards) {
    public Move {
        from = Set.copyOf(from);
        targets = List.copyOf(targets);
        guards = List.copyOf(guards);
    }

    boolean isPossibleIn(@Nullable Enum<?> status) {
        return status == null ? fromNothing : from.contains(status);
    }

    /** Whether it may leave the state as it is. */
    public boolean mayStay() {
        return targets.stream().noneMatch(target -> target.when() == null);
    }

    /** The first guard's objection to an event; empty when it is possible. The detail is null while nothing exists. */
    Optional<String> objection(@Nullable D before, Event event, Names names) {
        return before == null
                ? Optional.empty()
                : guards.stream()
                        .flatMap(guard -> guard.check().objection(before, event, names).stream())
                        .findFirst();
    }

    /** The state after it; the state before must be one this move is possible in. */
    Enum<?> after(@Nullable Enum<?> before, D detail) {
        for (Target<S, D> target : targets) {
            if (target.isReachedWith(detail)) {
                return target.to();
            }
        }
        if (before == null) {
            throw new IllegalStateException("a move out of nothing must lead somewhere: " + this);
        }
        return before;
    }
}
