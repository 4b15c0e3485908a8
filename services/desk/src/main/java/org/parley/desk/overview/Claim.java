package org.parley.desk.overview;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.TrailEntryView.Source;
import org.parley.desk.page.StatusScale;

/**
 * A sentence of the briefing, with its sources.
 *
 * @param label what it is about, in a word or two
 * @param chips the first source of each matter that it names
 * @param more the entry with the source that is not shown; null if all are
 */
record Claim(
        StatusScale step,
        String label,
        List<SentencePart> parts,
        List<Chip> chips,
        @Nullable String more) {
    /** As many as a reader takes in. */
    static final int CHIPS_MAX = 2;

    /** A source and the grade of the information. */
    record Chip(Source source, @Nullable String grade) {}

    /** The chips to show. */
    public List<Chip> shown() {
        return chips.stream().limit(CHIPS_MAX).toList();
    }

    public int hidden() {
        return Math.max(0, chips.size() - CHIPS_MAX);
    }

    /** The sentence without links. */
    public String text() {
        return parts.stream().map(SentencePart::text).collect(Collectors.joining());
    }
}
