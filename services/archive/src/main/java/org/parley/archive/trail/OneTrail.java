package org.parley.archive.trail;

import java.io.IOException;
import java.util.List;

/** Follows one negotiation. Its ids are positions, {@code talks:118}. */
final class OneTrail implements LiveStream.Following {
    private static final int BATCH = 200;

    private final String negotiation;
    private final LiveQuestion question;
    private final Trail trail;
    private final LiveOutlet out;
    private long reached;

    OneTrail(String negotiation, LiveQuestion question, Trail trail, LiveOutlet out) {
        this.negotiation = negotiation;
        this.question = question;
        this.trail = trail;
        this.out = out;
    }

    @Override
    public void begin(LiveEnd end) throws IOException {
        long last = trail.through(negotiation);
        StreamCursor cursor = question.from().cursor();
        if (cursor != null && (cursor.isIncomplete() || !cursor.isOfTopicOf(end.cursor()))) {
            out.reset(
                    id(),
                    "This id does not contain the position of this negotiation. The stream starts at the beginning.");
            return;
        }
        reached = question.from().isGiven() ? question.from().position(negotiation, trail) : last;
        if (reached > last) {
            out.comment(negotiation + " is at " + last + "; waiting");
        }
    }

    @Override
    public boolean goOn(LiveWatch.Since since) throws IOException {
        if (since.hasMissed()) {
            sendRest();
            return true;
        }
        for (LiveNews news : since.news()) {
            if (news.entry().negotiation().equals(negotiation) && news.entry().position() > reached) {
                if (news.entry().position() > reached + 1) {
                    sendRest();
                    return true;
                }
                send(news.entry().entry());
            }
        }
        return true;
    }

    private void send(TrailEntry entry) throws IOException {
        reached = entry.position();
        if (question.filter().lets(entry)) {
            out.entry(id(), entry);
        }
    }

    /** Reads up to the end of the trail. */
    private void sendRest() throws IOException {
        long end = trail.through(negotiation);
        while (reached < end && !out.isGone()) {
            List<TrailEntry> batch = trail.page(
                    Trail.upTo(negotiation, end),
                    new TrailAsked.Page(question.filter(), reached, Long.MAX_VALUE, false, BATCH));
            for (TrailEntry entry : batch) {
                reached = entry.position();
                out.entry(id(), entry);
            }
            if (batch.size() < BATCH) {
                reached = end;
            }
        }
    }

    private String id() {
        return negotiation + ":" + reached;
    }

    @Override
    public String id(LiveEnd end) {
        return id();
    }
}
