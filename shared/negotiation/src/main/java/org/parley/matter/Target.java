package org.parley.matter;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Where a move may lead.
 *
 * @param to the state
 * @param condition what must hold, in words; null when nothing must
 * @param when what must hold of the detail after the event; null when nothing must
 * @param <S> the kind's states
 * @param <D> the kind's detail
 */
public record Target<S extends Enum<S>, D extends Detail>(
        S to, @Nullable String condition, @Nullable Predicate<D> when) {

    boolean isReachedWith(D detail) {
        return when == null || when.test(detail);
    }
}
