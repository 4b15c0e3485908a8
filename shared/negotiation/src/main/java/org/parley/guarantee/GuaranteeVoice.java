package org.parley.guarantee;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.party.PartyCode;

/**
 * What a voice last said of a guarantee.
 *
 * @param developmentId where it says so
 * @param stance {@code ENDORSES} or {@code OBJECTS}
 * @param said its reason or conditions, where given
 */
public record GuaranteeVoice(
        UUID developmentId,
        PartyCode party,
        String stance,
        @Nullable String said) {
    static final String ENDORSES = "ENDORSES";
    static final String OBJECTS = "OBJECTS";
}
