package org.parley.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.evidence.Evidence;
import org.parley.matter.Command;
import org.parley.matter.Embargo;
import org.parley.matter.MatterAddress;
import org.parley.time.Edtf;

/**
 * An editor's whole command: record this development of that matter.
 *
 * @param developmentId chosen by the client; the same id again is the same development
 * @param matter the matter; for an editorial command the matter of its target
 * @param command what is to be recorded
 * @param occurred when it happened in the world
 * @param title how the matter is called from now on, or null
 * @param evidence its sources, or null
 * @param note free text, or null
 * @param embargo the embargo to record it under, or null
 */
public record LogDevelopment(
        UUID developmentId,
        MatterAddress matter,
        Command command,
        @Nullable Edtf occurred,
        @Nullable String title,
        @Nullable Evidence evidence,
        @Nullable String note,
        @Nullable Embargo embargo) {

    /** A command without embargo. */
    public LogDevelopment(
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
