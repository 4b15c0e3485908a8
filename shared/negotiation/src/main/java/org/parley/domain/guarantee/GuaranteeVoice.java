package org.parley.domain.guarantee;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.party.PartyCode;

/**
 * The latest statement of a voice about a guarantee.
 *
 * @param developmentId the development of the statement
 * @param stance {@code ENDORSES} or {@code OBJECTS}
 * @param said its reason or conditions; null if none are given
 */
public record GuaranteeVoice(
        UUID developmentId,
        PartyCode party,
        String stance,
        @Nullable String said) {
    static final String ENDORSES = "ENDORSES";
    static final String OBJECTS = "OBJECTS";
}
