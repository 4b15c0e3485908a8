package org.parley.contract;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.evidence.Evidence;
import org.parley.matter.Command;
import org.parley.matter.Embargo;
import org.parley.time.Edtf;

/**
 * A command as a client sent it, well formed in itself.
 *
 * @param developmentId chosen by the client; null when the ledger is to make one
 * @param negotiation the negotiation's slug
 * @param matter the matter's slug; null for the negotiation's own commands, and where an editorial command names none
 * @param command the command
 * @param occurred when it happened, or null
 * @param title how the matter is called, or null
 * @param evidence its sources, or null
 * @param note free text, or null
 * @param embargo the embargo to record it under, or null
 * @param sentHash SHA-256 of the canonical JSON of all of it but the id, as it was sent with its actors written out in full
 */
public record CommandRequest(
        @Nullable UUID developmentId,
        String negotiation,
        @Nullable String matter,
        Command command,
        @Nullable Edtf occurred,
        @Nullable String title,
        @Nullable Evidence evidence,
        @Nullable String note,
        @Nullable Embargo embargo,
        String sentHash) {}
