package org.parley.domain.decision;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.Embargo;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.time.Edtf;

/**
 * The request to record a development or an editorial event, with everything an editor enters.
 *
 * @param developmentId chosen by the client; a repeated id means the same development
 * @param matter the matter; for an editorial command that of its target
 * @param command the command
 * @param occurred when it happened; null if that is unknown
 * @param title the new title of the matter, or null
 * @param evidence its sources, or null
 * @param note free text, or null
 * @param embargo the embargo to record it under, or null
 */
public record CommandEnvelope(
        UUID developmentId,
        MatterAddress matter,
        Command command,
        @Nullable Edtf occurred,
        @Nullable String title,
        @Nullable Evidence evidence,
        @Nullable String note,
        @Nullable Embargo embargo) {

    /** A command without embargo. */
    public CommandEnvelope(
            UUID developmentId,
            MatterAddress matter,
            Command command,
            @Nullable Edtf occurred,
            @Nullable String title,
            @Nullable Evidence evidence,
            @Nullable String note) {
        this(developmentId, matter, command, occurred, title, evidence, note, null);
    }
}
