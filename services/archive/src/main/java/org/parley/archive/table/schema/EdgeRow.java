package org.parley.archive.table.schema;

import java.util.UUID;
import org.parley.domain.analysis.NamedParty;

/** A party that an effective development names. */
public record EdgeRow(String negotiation, UUID developmentId, NamedParty named) {}
