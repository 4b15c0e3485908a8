package org.parley.domain.lifecycle;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.wording.Objection;
import org.parley.domain.wording.SentenceNames;

/**
 * A transition: the statuses from which a command is possible, and the statuses it leads to.
 *
 * @param from the statuses in which it is possible
 * @param isInitial whether it is possible while the matter does not exist
 * @param targets the possible targets: the first whose condition holds applies; if none holds, the status does not
 *     change
 * @param isRestart whether it restarts the matter and discards the detail before it
 * @param guards the conditions under which it is possible
 * @param <S> the kind's states
 * @param <D> the kind's detail
 */
public record Transition<S extends Enum<S>, D extends MatterDetail>(
        Set<S> from,
        boolean isInitial,
        List<TransitionTarget<S, D>> targets,
        boolean isRestart,
        List<TransitionGuard<D>> guards) {
    public Transition {
        from = Set.copyOf(from);
        targets = List.copyOf(targets);
        guards = List.copyOf(guards);
    }

    boolean isPossibleIn(@Nullable Enum<?> status) {
        return status == null ? isInitial : from.contains(status);
    }

    /** Whether it may leave the status unchanged. */
    public boolean isStayPossible() {
        return targets.stream().noneMatch(target -> target.predicate() == null);
    }

    /**
     * The first objection of a guard to an event; empty if there is none. The detail is null while the matter does not
     * exist.
     */
    Optional<Objection> objection(@Nullable D before, Event event, SentenceNames names) {
        return guards.stream()
                .flatMap(guard -> (before == null
                                ? guard.check().objectionAtBeginning(event, names)
                                : guard.check().objection(before, event, names))
                        .stream())
                .findFirst();
    }

    /** The status after the transition, which must be possible in the status before. */
    Enum<?> nextStatus(@Nullable Enum<?> before, D detail) {
        for (TransitionTarget<S, D> target : targets) {
            if (target.isMetBy(detail)) {
                return target.to();
            }
        }
        if (before == null) {
            throw new IllegalStateException("a transition that begins a matter needs a target:  " + this);
        }
        return before;
    }
}
