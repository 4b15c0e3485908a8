package org.parley.desk.form;

import org.parley.desk.client.TrailEntryView;

/**
 * What can be done where a correction is asked for of an entry that is about another one, such as a correction.
 *
 * @param target the entry that cannot be corrected
 * @param original the development that it is about in the end
 */
public record CorrectionDetour(TrailEntryView target, TrailEntryView original) {

    /** The key of the message that says what to do. */
    public String advice() {
        if (target.standing().equals("RETRACTED")) {
            return "detour.undone";
        }
        return switch (target.type()) {
            case "DevelopmentCorrected" -> "detour.correction";
            case "DevelopmentRetracted" -> "detour.retraction";
            default -> "detour.other";
        };
    }

    /** Whether to retract the entry is a way. */
    public boolean isRetractable() {
        return !target.standing().equals("RETRACTED")
                && (target.type().equals("DevelopmentCorrected")
                        || target.type().equals("DevelopmentRetracted"));
    }

    /** Whether to correct the original is a way: what is retracted takes no correction. */
    public boolean isOriginalCorrectable() {
        return !original.isEditorial() && !original.standing().equals("RETRACTED");
    }
}
