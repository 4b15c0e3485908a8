package org.parley.archive.trail.live;

import java.io.IOException;
import java.util.List;
import org.parley.archive.trail.query.LiveQuery;
import org.parley.archive.trail.query.StreamCursor;
import org.parley.archive.trail.query.TrailEntry;
import org.parley.archive.trail.query.TrailQuery;
import org.parley.archive.trail.query.TrailRepository;

/** Follows one negotiation. Its ids are positions, {@code talks:118}. */
final class SingleTrailFollower implements LiveStream.Follower {
    private static final int BATCH = 200;

    private final String negotiation;
    private final LiveQuery query;
    private final TrailRepository trail;
    private final SseWriter out;
    private long reached;

    SingleTrailFollower(String negotiation, LiveQuery query, TrailRepository trail, SseWriter out) {
        this.negotiation = negotiation;
        this.query = query;
        this.trail = trail;
        this.out = out;
    }

    @Override
    public void begin(StreamEnd end) throws IOException {
        long last = trail.lastPosition(negotiation);
        StreamCursor cursor = query.from().cursor();
        if (cursor != null && (cursor.isIncomplete() || !cursor.hasSameTopicAs(end.cursor()))) {
            out.reset(
                    id(),
                    "This id does not contain the position of this negotiation. The stream starts at the beginning.");
            return;
        }
        reached = query.from().isGiven() ? query.from().startPosition(negotiation, trail) : last;
        if (reached > last) {
            out.comment(negotiation + " is at " + last + "; waiting");
        }
    }

    @Override
    public boolean send(LiveUpdateFeed.Updates since) throws IOException {
        if (since.hasMissed()) {
            sendRest();
            return true;
        }
        for (LiveUpdate news : since.updates()) {
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
        if (query.filter().matches(entry)) {
            out.entry(id(), entry);
        }
    }

    /** Reads up to the end of the trail. */
    private void sendRest() throws IOException {
        long end = trail.lastPosition(negotiation);
        while (reached < end && !out.isDisconnected()) {
            List<TrailEntry> batch = trail.page(
                    TrailRepository.upTo(negotiation, end),
                    new TrailQuery.Page(query.filter(), reached, Long.MAX_VALUE, TrailQuery.Order.RECORDED, BATCH));
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
    public String id(StreamEnd end) {
        return id();
    }
}
