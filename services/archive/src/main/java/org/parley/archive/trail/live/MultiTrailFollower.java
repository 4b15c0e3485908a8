package org.parley.archive.trail.live;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.archive.trail.query.LiveQuery;
import org.parley.archive.trail.query.ResumePoint;
import org.parley.archive.trail.query.StreamCursor;
import org.parley.archive.trail.query.TrailRepository;

/** Follows several or all negotiations. Its ids are {@link StreamCursor}s. */
final class MultiTrailFollower implements LiveStream.Follower {
    private final LiveQuery query;
    private final TrailRepository trail;
    private final SseWriter out;
    private @Nullable StreamCursor cursor;

    /** Whether it has sent exactly what is stored, so that updates can be sent directly. */
    private boolean isUpToDate;

    MultiTrailFollower(LiveQuery query, TrailRepository trail, SseWriter out) {
        this.query = query;
        this.trail = trail;
        this.out = out;
    }

    @Override
    public void begin(StreamEnd end) throws IOException {
        StreamCursor last = Objects.requireNonNull(end.cursor(), "the offsets are not known");
        ResumePoint from = query.from();
        if (!from.isGiven()) {
            cursor = last;
            isUpToDate = true;
        } else if (from.cursor() == null) {
            cursor = behindPositions(last.topic(), from);
        } else if (from.cursor().topic().equals(last.topic())) {
            cursor = from.cursor();
        } else {
            cursor = reset(last.topic(), "The events are in another topic than when this id was issued.");
        }
    }

    private StreamCursor reset(UUID topic, String why) throws IOException {
        StreamCursor start = StreamCursor.start(topic);
        out.reset(start.id(), why + " The stream starts at the beginning.");
        return start;
    }

    /** The cursor after these positions, and at the beginning of all other negotiations. */
    private StreamCursor behindPositions(UUID topic, ResumePoint from) throws IOException {
        StreamCursor start = StreamCursor.start(topic);
        if (from.hasTooManyPositions()) {
            return reset(topic, "There are too many positions to resume from.");
        }
        List<StreamCursor.LatePosition> passed = trail
                .startOffsets(topic, from.positions().keySet())
                .stream()
                .map(begins -> new StreamCursor.LatePosition(
                        begins.partition(), begins.offset(), from.positions().getOrDefault(begins.negotiation(), 0L)))
                .filter(late -> late.position() > 0)
                .toList();
        return start.with(Map.of(), passed);
    }

    @Override
    public boolean send(LiveUpdateFeed.Updates since) throws IOException {
        StreamCursor end = since.end().cursor();
        StreamCursor reached = Objects.requireNonNull(cursor);
        if (end == null) {
            isUpToDate = false; // the projection is being rebuilt; its topic is known later
            return true;
        }
        if (!end.topic().equals(reached.topic())) {
            return false; // the reader resumes and gets a reset
        }
        if (isUpToDate && !since.hasMissed()) {
            for (LiveUpdate news : since.updates()) {
                send(news);
            }
            cursor = end;
        } else {
            catchUp(reached, since.end());
        }
        return true;
    }

    private void send(LiveUpdate news) throws IOException {
        if (query.includes(news.entry().negotiation())
                && query.filter().matches(news.entry().entry())) {
            out.entry(news.id(), news.entry().entry());
        }
    }

    private void catchUp(StreamCursor reached, StreamEnd end) throws IOException {
        Optional<LiveCatchUp> possible =
                reached.isIncomplete() ? Optional.empty() : LiveCatchUp.of(reached, end, trail);
        StreamCursor start = possible.isPresent()
                ? reached
                : reset(reached.topic(), "This id does not contain the position of every negotiation.");
        LiveCatchUp catchUp = possible.isPresent()
                ? possible.get()
                : LiveCatchUp.of(start, end, trail).orElseThrow();
        cursor = catchUp.run(query, (id, entry) -> {
            out.entry(id, entry.entry());
            return !out.isDisconnected();
        });
        isUpToDate = catchUp.isComplete();
    }

    @Override
    public String id(StreamEnd end) {
        StreamCursor last = end.cursor();
        return isUpToDate && last != null
                ? last.id()
                : Objects.requireNonNull(cursor).id();
    }
}
