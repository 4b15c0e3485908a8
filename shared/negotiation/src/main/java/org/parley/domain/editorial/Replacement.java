package org.parley.domain.editorial;

import org.jspecify.annotations.Nullable;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.matter.Command;
import org.parley.domain.time.Edtf;

/**
 * The replacement of a corrected development: a complete command of the same matter.
 *
 * @param negotiation the negotiation, which must be that of the target; may be null
 * @param matter the matter, which must be that of the target; may be null
 * @param command the command for what happened instead
 * @param occurred when it happened
 * @param title the title of the matter, or null
 * @param evidence its evidence; null keeps that of the corrected development
 * @param note the editor's free text, or null
 */
public record Replacement(
        @Nullable String negotiation,
        @Nullable String matter,
        Command command,
        @Nullable Edtf occurred,
        @Nullable String title,
        @Nullable Evidence evidence,
        @Nullable String note) {}
