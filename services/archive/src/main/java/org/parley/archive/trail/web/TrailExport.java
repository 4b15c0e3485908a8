package org.parley.archive.trail.web;

import java.io.IOException;
import java.util.function.Consumer;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.query.TrailSpan;
import org.parley.archive.trail.query.TrailQuery;
import org.parley.archive.trail.query.TrailRepository;
import org.parley.contract.PublishedEvent;

/** Whole trails, for other packages. */
public final class TrailExport {
    private final TrailRepository trail;

    public TrailExport(TrailRepository trail) {
        this.trail = trail;
    }

    /** Whether the negotiation exists. */
    public boolean hasNegotiation(String negotiation) {
        return trail.hasNegotiation(negotiation);
    }

    /**
     * The last position of a trail.
     *
     * @throws QueryProblemException (404) if there is no such negotiation
     */
    public long lastPosition(String negotiation) {
        return trail.lastPosition(negotiation);
    }

    /**
     * The last position known at an instant; 0 if nothing was known.
     *
     * @throws QueryProblemException (404) if there is no such negotiation
     */
    public long lastPosition(String negotiation, TemporalPoint when) {
        return trail.span(negotiation, when).through();
    }

    /** Identifies the entry at a position. */
    public String entryAt(String negotiation, long position) {
        return trail.lastEntry(TrailRepository.upTo(negotiation, position));
    }

    /**
     * Passes every event up to a position to a consumer, as published and in the order recorded. Few of them are in
     * memory at a time.
     */
    public void forEachEvent(String negotiation, long through, Consumer<PublishedEvent> reader) {
        trail.forEachEvent(negotiation, through, reader);
    }

    /**
     * Writes the trail as CSV, with the editorial status of each entry.
     *
     * @param bom whether to start with a byte order mark
     * @throws QueryProblemException (404) if there is no such negotiation
     * @throws IOException if {@code out} fails
     */
    public void writeCsv(String negotiation, TemporalPoint when, boolean bom, Appendable out) throws IOException {
        TrailSpan span = trail.span(negotiation, when);
        trail.forEach(span, TrailQuery.Page.ALL, new TrailCsvWriter(out, bom)::printRow);
    }
}
