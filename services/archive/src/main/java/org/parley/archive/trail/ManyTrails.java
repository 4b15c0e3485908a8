package org.parley.archive.trail;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Follows several or all negotiations. Its ids are {@link StreamCursor}s. */
final class ManyTrails implements LiveStream.Following {
    private final LiveQuestion question;
    private final Trail trail;
    private final LiveOutlet out;
    private @Nullable StreamCursor cursor;

    /** Whether it has sent exactly what is stored, so that updates can be sent directly. */
    private boolean isUpToDate;

    ManyTrails(LiveQuestion question, Trail trail, LiveOutlet out) {
        this.question = question;
        this.trail = trail;
        this.out = out;
    }

    @Override
    public void begin(LiveEnd end) throws IOException {
        StreamCursor last = Objects.requireNonNull(end.cursor(), "the offsets are not known");
        LiveFrom from = question.from();
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

    /** After these positions, and at the beginning of all other negotiations. */
    private StreamCursor behindPositions(UUID topic, LiveFrom from) throws IOException {
        StreamCursor start = StreamCursor.start(topic);
        if (from.isTooMuch()) {
            return reset(topic, "There are too many positions to resume from.");
        }
        List<StreamCursor.Late> passed = trail
                .beginnings(topic, from.positions().keySet())
                .stream()
                .map(begins -> new StreamCursor.Late(
                        begins.partition(), begins.place(), from.positions().getOrDefault(begins.negotiation(), 0L)))
                .filter(late -> late.position() > 0)
                .toList();
        return start.with(Map.of(), passed);
    }

    @Override
    public boolean goOn(LiveWatch.Since since) throws IOException {
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
            for (LiveNews news : since.news()) {
                send(news);
            }
            cursor = end;
        } else {
            catchUp(reached, since.end());
        }
        return true;
    }

    private void send(LiveNews news) throws IOException {
        if (question.isAbout(news.entry().negotiation())
                && question.filter().lets(news.entry().entry())) {
            out.entry(news.id(), news.entry().entry());
        }
    }

    private void catchUp(StreamCursor reached, LiveEnd end) throws IOException {
        Optional<CatchUp> possible = reached.isIncomplete() ? Optional.empty() : CatchUp.of(reached, end, trail);
        StreamCursor start = possible.isPresent()
                ? reached
                : reset(reached.topic(), "This id does not contain the position of every negotiation.");
        CatchUp catchUp = possible.isPresent()
                ? possible.get()
                : CatchUp.of(start, end, trail).orElseThrow();
        cursor = catchUp.run(question, (id, entry) -> {
            out.entry(id, entry.entry());
            return !out.isGone();
        });
        isUpToDate = catchUp.isComplete();
    }

    @Override
    public String id(LiveEnd end) {
        StreamCursor last = end.cursor();
        return isUpToDate && last != null ? last.id() : Objects.requireNonNull(cursor).id();
    }
}
