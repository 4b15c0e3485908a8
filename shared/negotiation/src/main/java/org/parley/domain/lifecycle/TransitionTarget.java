package org.parley.domain.lifecycle;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterDetail;

/**
 * A possible target of a transition.
 *
 * @param to the status
 * @param condition the condition in words; null if there is none
 * @param predicate the condition on the detail after the event; null if there is none
 * @param <S> the kind's states
 * @param <D> the kind's detail
 */
public record TransitionTarget<S extends Enum<S>, D extends MatterDetail>(
        S to, @Nullable String condition, @Nullable Predicate<D> predicate) {

    boolean isMetBy(D detail) {
        return predicate == null || predicate.test(detail);
    }
}
