package org.parley.archive.trail;

import java.io.IOException;
import java.util.function.Consumer;
import org.parley.archive.question.Problem;
import org.parley.archive.question.When;
import org.parley.contract.PublishedEvent;

/** Whole trails, for other packages. */
public final class TrailExport {
    private final Trail trail;

    TrailExport(Trail trail) {
        this.trail = trail;
    }

    /** Whether the negotiation exists. */
    public boolean isThere(String negotiation) {
        return trail.isThere(negotiation);
    }

    /**
     * The last position of a trail.
     *
     * @throws Problem (404) if there is no such negotiation
     */
    public long through(String negotiation) {
        return trail.through(negotiation);
    }

    /**
     * The last position known at an instant; 0 if nothing was known.
     *
     * @throws Problem (404) if there is no such negotiation
     */
    public long through(String negotiation, When when) {
        return trail.span(negotiation, when).through();
    }

    /**
     * Passes every event up to a position to a consumer, as published and in the order recorded. Few of them are in
     * memory at a time.
     */
    public void events(String negotiation, long through, Consumer<PublishedEvent> reader) {
        trail.events(negotiation, through, reader);
    }

    /**
     * Writes the trail as CSV, with the editorial status of each entry.
     *
     * @param bom whether to start with a byte order mark
     * @throws Problem (404) if there is no such negotiation
     * @throws IOException if {@code out} fails
     */
    public void table(String negotiation, When when, boolean bom, Appendable out) throws IOException {
        Span span = trail.span(negotiation, when);
        trail.all(span, TrailAsked.Page.ALL, new TrailTable(out, bom)::print);
    }
}
