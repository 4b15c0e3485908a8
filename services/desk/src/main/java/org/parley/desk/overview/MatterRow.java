package org.parley.desk.overview;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationSummary.ListedMatter;
import org.parley.desk.page.DetailFormatter;
import org.parley.desk.page.StatusScale;

/**
 * A matter in a list or on a tile.
 *
 * @param step its status; that of a matter past its end is due
 * @param pastEnd whether the end of its term has passed and no end is recorded
 * @param who the parties and what they did
 * @param what what it is about or why it ended, shortened; null if that is not recorded
 */
record MatterRow(
        ListedMatter matter,
        @Nullable StatusScale step,
        boolean pastEnd,
        List<PartyField> who,
        @Nullable String what) {
    private static final int WHAT_MAX = 140;

    /** The last word first: a reason tells more than the terms it was about. */
    private static final List<String> TEXTS = List.of(
            "reason", "outcome", "conditions", "terms", "substance", "condition", "question", "subject", "scope");

    /**
     * The row of a matter.
     *
     * @param ended the matters past their end, by reference
     * @param fields how many fields with parties
     */
    static MatterRow of(ListedMatter matter, Set<String> ended, int fields, DetailFormatter detail) {
        boolean pastEnd = ended.contains(matter.reference());
        return new MatterRow(
                matter,
                pastEnd ? StatusScale.DUE : StatusScale.of(matter.status()),
                pastEnd,
                PartyField.of(matter, fields, detail),
                what(matter));
    }

    private static @Nullable String what(ListedMatter matter) {
        for (String field : TEXTS) {
            if (matter.detail().get(field) instanceof String text && !text.isBlank()) {
                return text.length() <= WHAT_MAX
                        ? text
                        : text.substring(0, Math.max(1, text.lastIndexOf(' ', WHAT_MAX))) + " …";
            }
        }
        return null;
    }
}
