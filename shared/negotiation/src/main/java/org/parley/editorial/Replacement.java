package org.parley.editorial;

import org.jspecify.annotations.Nullable;
import org.parley.evidence.Evidence;
import org.parley.matter.Command;
import org.parley.time.Edtf;

/**
 * What an editor puts in the place of a development: a whole command of the same matter.
 *
 * @param negotiation the negotiation it names, which must be that of the target; null when it names none
 * @param matter the matter it names, which must be that of the target; null when it names none
 * @param command what happened instead; may be another command than before
 * @param occurred when it happened
 * @param title how the matter is called, or null
 * @param evidence its sources; null keeps those of the development that is corrected
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
