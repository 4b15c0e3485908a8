package org.parley.domain.agreement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;

/** A point that parties settled while the whole agreement was still open. */
public record AgreedPoint(
        ShortName point, UUID developmentId, @Nullable Edtf occurred, Parties between, String summary) {}
