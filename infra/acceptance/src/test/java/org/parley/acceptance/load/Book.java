package org.parley.acceptance.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What was acknowledged, and how clients were answered. */
public final class Book {
    /** No answer at all: the connection broke, or nothing came in time. */
    static final int NO_ANSWER = 0;

    private final Map<String, Map<String, Long>> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Latest> latest = new ConcurrentHashMap<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    /**
     * One answer.
     *
     * @param command whether it was a command, or a question
     * @param at when it came, as {@link System#nanoTime} counts
     * @param tookMs how long it took
     * @param status of HTTP, or {@link #NO_ANSWER}
     */
    record Answer(String negotiation, boolean command, long at, long tookMs, int status) {}

    /** The last that was acknowledged. */
    record Latest(String id, long position) {}

    void answered(Answer answer) {
        answers.add(answer);
    }

    void acknowledge(String negotiation, String id, long position) {
        acknowledged
                .computeIfAbsent(negotiation, slug -> new ConcurrentHashMap<>())
                .put(id, position);
        latest.merge(
                negotiation, new Latest(id, position), (one, other) -> one.position() > other.position() ? one : other);
    }

    Optional<Latest> latest(String negotiation) {
        return Optional.ofNullable(latest.get(negotiation));
    }

    /** Something that must never be answered, whatever happens. */
    void wrong(String what) {
        wrong.add(what);
    }

    /** All that was answered and must not have been. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** The position of each id acknowledged so far. */
    public Map<String, Long> acknowledged(String negotiation) {
        return Map.copyOf(acknowledged.getOrDefault(negotiation, Map.of()));
    }

    /** What clients noticed between two moments of {@link System#nanoTime}. */
    public Noticed between(long from, long to) {
        return Noticed.of(
                answers.stream()
                        .filter(answer -> answer.at() >= from && answer.at() <= to)
                        .toList(),
                List.copyOf(acknowledged.keySet()),
                from,
                to);
    }
}
