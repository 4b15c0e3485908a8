package org.parley.contract.command;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.Embargo;
import org.parley.domain.time.Edtf;

/**
 * A command as a client sent it: valid by itself, not yet decided against a history.
 *
 * @param developmentId the id that the client chose; null when the ledger generates one
 * @param negotiation the negotiation's slug
 * @param matter the matter's slug; null for commands of the negotiation itself, and for an editorial command that names
 *     none
 * @param command the command
 * @param occurred when it happened; null when not given
 * @param title the title of the matter; null when not given
 * @param evidence the sources and their grade; null when not given
 * @param note free text; null when not given
 * @param embargo the embargo to record it under; null when there is none
 * @param sentHash SHA-256 of the canonical JSON of the command as sent, with normalized actors and without the id
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
