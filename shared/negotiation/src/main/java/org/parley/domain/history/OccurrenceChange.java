package org.parley.domain.history;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Occurrence;

/**
 * A change of the occurrence of one development.
 *
 * @param before null if it is not effective before
 * @param after null if it is not effective afterwards
 */
public record OccurrenceChange(
        @Nullable Occurrence before, @Nullable Occurrence after) {

    /**
     * Whether both fold into the same state. States contain neither sources nor notes, and the marks are counted
     * separately.
     */
    boolean hasSameFold() {
        if (before == null || after == null) {
            return before == after;
        }
        Development one = before.development();
        Development other = after.development();
        return one.event().equals(other.event())
                && Objects.equals(one.occurred(), other.occurred())
                && Objects.equals(one.title(), other.title())
                && one.voices().equals(other.voices())
                && before.certainFrom().equals(after.certainFrom());
    }
}
