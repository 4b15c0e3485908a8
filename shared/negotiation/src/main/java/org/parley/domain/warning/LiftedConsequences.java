package org.parley.domain.warning;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;

/**
 * A lifting of consequences.
 *
 * @param developmentId the development that recorded it
 * @param occurred when they were lifted
 * @param by who lifted them; empty if nobody is named
 * @param part whether only a part of them was lifted
 */
public record LiftedConsequences(
        UUID developmentId,
        @Nullable Edtf occurred,
        Parties by,
        @Nullable String summary,
        boolean part) {}
