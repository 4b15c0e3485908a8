package org.parley.archive.trail;

import java.io.IOException;
import java.util.function.Consumer;
import org.parley.archive.question.Problem;
import org.parley.archive.question.When;
import org.parley.contract.PublishedEvent;

/** Whole trails for those outside this package. */
public final class TrailExport {
    private final Trail trail;

    TrailExport(Trail trail) {
        this.trail = trail;
    }

    /** Whether there is such a negotiation. */
    public boolean isThere(String negotiation) {
        return trail.isThere(negotiation);
    }

    /**
     * The last position of a negotiation's trail.
     *
     * @throws Problem (404) when there is no such negotiation
     */
    public long through(String negotiation) {
        return trail.through(negotiation);
    }

    /**
     * The last position that was known then; 0 when nothing was.
     *
     * @throws Problem (404) when there is no such negotiation
     */
    public long through(String negotiation, When when) {
        return trail.span(negotiation, when).through();
    }

    /** Every event up to a position, as it was published, in the order recorded; few of them are in memory at a time. */
    public void events(String negotiation, long through, Consumer<PublishedEvent> reader) {
        trail.events(negotiation, through, reader);
    }

    /**
     * The trail as CSV, with what the newsroom holds of each entry.
     *
     * @param bom whether a byte order mark comes first
     * @throws Problem (404) when there is no such negotiation
     * @throws IOException when {@code out} does
     */
    public void table(String negotiation, When when, boolean bom, Appendable out) throws IOException {
        Span span = trail.span(negotiation, when);
        trail.all(span, TrailAsked.Page.ALL, new TrailTable(out, bom)::print);
    }
}
