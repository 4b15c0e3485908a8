package org.parley.acceptance.load;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The acknowledged developments and the responses that clients received. */
public final class AcknowledgementLog {
    /** No response: the connection broke or timed out. */
    static final int NO_ANSWER = 0;

    private final Map<String, Map<String, Long>> acknowledged = new ConcurrentHashMap<>();
    private final Map<String, Latest> latest = new ConcurrentHashMap<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();

    /**
     * One response.
     *
     * @param command whether the request was a command or a query
     * @param at the {@link System#nanoTime} of the response
     * @param tookMs the response time in milliseconds
     * @param status the HTTP status, or {@link #NO_ANSWER}
     */
    record Answer(String negotiation, boolean command, long at, long tookMs, int status) {}

    /** The development with the last acknowledged position. */
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

    /** Records a response that is wrong under any fault. */
    void wrong(String what) {
        wrong.add(what);
    }

    /** All wrong responses. */
    public List<String> wrong() {
        return List.copyOf(wrong);
    }

    /** The position of each acknowledged development id. */
    public Map<String, Long> acknowledged(String negotiation) {
        return Map.copyOf(acknowledged.getOrDefault(negotiation, Map.of()));
    }

    /** What clients observed between two values of {@link System#nanoTime}. */
    public ClientStatistics between(long from, long to) {
        return ClientStatistics.of(
                answers.stream()
                        .filter(answer -> answer.at() >= from && answer.at() <= to)
                        .toList(),
                List.copyOf(acknowledged.keySet()),
                from,
                to);
    }
}
