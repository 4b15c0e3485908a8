package org.parley.acceptance.load;

import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.parley.acceptance.load.AcknowledgementLog.Answer;

/**
 * What clients observed during an interval.
 *
 * @param accepted commands answered with 201, or with 200 as a repeat
 * @param refused commands refused by the rules
 * @param unavailable commands answered with 503
 * @param badGateway commands answered with 502
 * @param unanswered commands without a response
 * @param slowestMs the longest response time of an accepted command, in milliseconds
 * @param pauseMs the longest time without an accepted command in one of the negotiations, in milliseconds
 * @param asked queries answered
 * @param notAnswered queries not answered
 */
public record ClientStatistics(
        long accepted,
        long refused,
        long unavailable,
        long badGateway,
        long unanswered,
        long slowestMs,
        long pauseMs,
        long asked,
        long notAnswered) {
    static ClientStatistics of(List<Answer> answers, List<String> negotiations, long from, long to) {
        List<Answer> commands = answers.stream().filter(Answer::command).toList();
        List<Answer> questions = answers.stream().filter(a -> !a.command()).toList();
        List<Answer> accepted =
                commands.stream().filter(ClientStatistics::isAccepted).toList();
        return new ClientStatistics(
                accepted.size(),
                commands.stream().filter(a -> a.status() / 100 == 4).count(),
                commands.stream().filter(a -> a.status() == 503).count(),
                commands.stream().filter(a -> a.status() == 502).count(),
                commands.stream()
                        .filter(a -> a.status() == AcknowledgementLog.NO_ANSWER)
                        .count(),
                accepted.stream().mapToLong(Answer::tookMs).max().orElse(0),
                negotiations.stream()
                        .mapToLong(negotiation -> pause(accepted, negotiation, from, to))
                        .max()
                        .orElse(0),
                questions.stream().filter(ClientStatistics::isAccepted).count(),
                questions.stream().filter(a -> !isAccepted(a)).count());
    }

    private static boolean isAccepted(Answer answer) {
        return answer.status() / 100 == 2;
    }

    private static long pause(List<Answer> accepted, String negotiation, long from, long to) {
        long[] moments = Stream.of(
                        LongStream.of(from),
                        accepted.stream()
                                .filter(answer -> answer.negotiation().equals(negotiation))
                                .mapToLong(Answer::at)
                                .sorted(),
                        LongStream.of(to))
                .flatMapToLong(each -> each)
                .toArray();
        long longest = 0;
        for (int i = 1; i < moments.length; i++) {
            longest = Math.max(longest, moments[i] - moments[i - 1]);
        }
        return longest / 1_000_000;
    }
}
