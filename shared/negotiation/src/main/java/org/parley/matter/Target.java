package org.parley.matter;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A possible target of a transition.
 *
 * @param to the status
 * @param condition the condition in words; null if there is none
 * @param when the condition on the detail after the event; null if there is none
 * @param <S> the kind's states
 * @param <D> the kind's detail
 */
public record Target<S extends Enum<S>, D extends Detail>(
        S to, @Nullable String condition, @Nullable Predicate<D> when) {

    boolean isReachedWith(D detail) {
        return when == null || when.test(detail);
    }
}
