package org.parley.domain.agreement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;

/**
 * A breach of an agreement.
 *
 * @param by who breached it
 * @param allegedBy who alleges it; empty if the newsroom does
 * @param commitment the commitment that it breaks; null if none is named
 */
public record Breach(
        UUID developmentId,
        @Nullable Edtf occurred,
        Parties by,
        Parties allegedBy,
        String how,
        @Nullable ShortName commitment) {}
