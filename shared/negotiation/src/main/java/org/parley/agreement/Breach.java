package org.parley.agreement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.party.Parties;
import org.parley.time.Edtf;

/**
 * A breach of an agreement.
 *
 * @param by who breached it
 * @param allegedBy who alleges it; empty if the newsroom does
 */
public record Breach(UUID developmentId, @Nullable Edtf occurred, Parties by, Parties allegedBy, String how) {}
