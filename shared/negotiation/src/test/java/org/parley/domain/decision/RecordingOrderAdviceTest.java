package org.parley.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.meeting.MeetingStatus.DECLINED;
import static org.parley.domain.meeting.MeetingStatus.POSTPONED;
import static org.parley.domain.meeting.MeetingStatus.SCHEDULED;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.dated;
import static org.parley.domain.scenario.CommandFixtures.editorial;
import static org.parley.domain.scenario.CommandFixtures.id;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.CommandFixtures.replacement;
import static org.parley.domain.scenario.CommandFixtures.retract;
import static org.parley.domain.scenario.Scenario.given;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.editorial.EditorialCommand.CorrectDevelopment;
import org.parley.domain.meeting.MeetingCommand.CancelMeeting;
import org.parley.domain.meeting.MeetingCommand.DeclineMeeting;
import org.parley.domain.meeting.MeetingCommand.PostponeMeeting;
import org.parley.domain.meeting.MeetingCommand.ProposeMeeting;
import org.parley.domain.meeting.MeetingCommand.ScheduleMeeting;
import org.parley.domain.party.Actors;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.time.Edtf;

class RecordingOrderAdviceTest {

    @Test
    void asksForTimesIfOnlyTheOrderOfRecordingWithinADayIsInTheWay() {
        Scenario story = given(proposed("2025-09-01"), named("date", scheduled("2025-09-01")));
        NotPossible refusal = story.when(declined("2025-09-01")).thenRefused(NotPossible.class);

        assertThat(refusal.message().english())
                .endsWith(" Only the order of recording is in the way: this and development " + id("date")
                        + " are dated the same day, and entries of one date count in the order in which they were"
                        + " recorded. Times make it possible: correct the date of development " + id("date")
                        + " to a time of that day, and give this one an earlier time.");
        assertThat(refusal.message().spanish())
                .endsWith(" Solo lo impide el orden de registro: esto y la entrada " + id("date")
                        + " llevan la fecha del mismo día, y las entradas de una misma fecha cuentan en el orden en"
                        + " que se registraron. Con horas es posible: corrija la fecha de la entrada " + id("date")
                        + " para darle una hora de ese día y dé a esto una hora anterior.");
        story.and(correct("date", scheduled("2025-09-01T10:30Z")))
                .when(declined("2025-09-01T09:00Z"))
                .thenState(SCHEDULED);
    }

    @Test
    void namesAllThatHaveToStartLater() {
        Scenario story = given(
                proposed("2025-08-20"),
                named("date", scheduled("2025-08-27")),
                named("delay", postponed("2025-08-27")));
        NotPossible refusal = story.when(declined("2025-08-27")).thenRefused(NotPossible.class);

        assertThat(refusal.message().english())
                .contains(
                        "this and developments " + id("date") + " and " + id("delay") + " are dated the same day",
                        "correct the dates of those to times of that day, in that order, beginning with the last,"
                                + " and give this one an earlier time.");
        assertThat(refusal.message().spanish())
                .contains("esto y las entradas " + id("date") + " y " + id("delay") + " llevan", "por la última y dé");
        story.and(correct("delay", postponed("2025-08-27T18:00Z")), correct("date", scheduled("2025-08-27T12:00Z")))
                .when(declined("2025-08-27T09:00Z"))
                .thenState(POSTPONED);
    }

    @Test
    void asksForTheFewestTimes() {
        NotPossible refusal = given(
                        proposed("2025-08-27"),
                        named("first", scheduled("2025-08-27")),
                        cancelled("2025-08-27"),
                        proposed("2025-08-27"),
                        named("second", scheduled("2025-08-27")))
                .when(declined("2025-08-27"))
                .thenRefused(NotPossible.class);

        assertThat(refusal.text())
                .contains("this and development " + id("second") + " are dated the same day")
                .doesNotContain(id("first").toString());
    }

    @Test
    void countsTheDayOfAnApproximateDate() {
        assertThat(given(proposed("2025-08-20"), scheduled("2025-08-27"))
                        .when(declined("2025-08-27~"))
                        .thenRefused(NotPossible.class)
                        .text())
                .contains("are dated the same day");
    }

    @Test
    void asksForALaterDateAfterTheSameInstant() {
        Scenario story = given(proposed("2025-08-20"), named("date", scheduled("2025-08-27T10:00Z")));
        NotPossible refusal = story.when(declined("2025-08-27T12:00+02:00")).thenRefused(NotPossible.class);

        assertThat(refusal.message().english())
                .contains("the dates of this and of development " + id("date") + " start at the same instant")
                .endsWith(" It is possible if the date of development " + id("date")
                        + " is corrected to one that starts later.");
        assertThat(refusal.message().spanish())
                .contains("las fechas de esto y de la entrada " + id("date") + " empiezan en el mismo instante")
                .endsWith(" se corrige por una que empiece después.");
        story.and(correct("date", scheduled("2025-08-27T10:01Z")))
                .when(declined("2025-08-27T12:00+02:00"))
                .thenState(SCHEDULED);
    }

    @Test
    void asksForTimesIfSomethingLaterWouldBecomeImpossible() {
        Scenario story = given(
                proposed("2025-08-20"),
                named("again", proposed("2025-08-27")),
                named("answer", declined("2025-08-28")));
        NotPossible refusal = story.when(declined("2025-08-27")).thenRefused(NotPossible.class);

        assertThat(refusal.conflictsWith()).isEqualTo(id("answer"));
        assertThat(refusal.text())
                .contains(
                        "after it this would no longer be possible",
                        "this and development " + id("again") + " are dated the same day");
        story.and(correct("again", proposed("2025-08-27T15:00Z")))
                .when(declined("2025-08-27T09:00Z"))
                .thenState(DECLINED);
    }

    @Test
    void asksForTimesInACorrection() {
        Scenario story = given(
                proposed("2025-08-20"),
                named("date", scheduled("2025-08-27")),
                named("answer", declined("2025-08-25")));
        NotPossible refusal =
                story.when(correct("answer", declined("2025-08-27"))).thenRefused(NotPossible.class);

        assertThat(refusal.text())
                .contains("this and development " + id("date") + " are dated the same day")
                .endsWith("to a time of that day, and give this one an earlier time.");
        story.and(correct("date", scheduled("2025-08-27T15:00Z")))
                .when(correct("answer", declined("2025-08-27T09:00Z")))
                .thenState(SCHEDULED);
    }

    /** What a correction leaves at the start would come before the corrected development, so it needs a time too. */
    @Test
    void aCorrectionNamesWhatWasRecordedAfterItToo() {
        NotPossible refusal = given(
                        proposed("2025-08-20"),
                        named("date", scheduled("2025-08-27")),
                        named("answer", declined("2025-08-25")),
                        named("delay", postponed("2025-08-27")))
                .when(correct("answer", declined("2025-08-27")))
                .thenRefused(NotPossible.class);

        assertThat(refusal.text())
                .contains("this and developments " + id("date") + " and " + id("delay") + " are dated the same day");
    }

    @Test
    void asksForNoTimeOnWhatARetractionRestores() {
        Scenario story = given(
                proposed("2025-08-20"),
                named("date", scheduled("2025-08-28")),
                named("answer", declined("2025-08-27")),
                named("retraction", retract("answer")),
                named("correction", correct("date", scheduled("2025-08-27"))));
        NotPossible refusal = story.when(retract("retraction")).thenRefused(NotPossible.class);

        assertThat(refusal.message().english())
                .endsWith(" correct the date of development " + id("date") + " to a time of that day.");
        assertThat(refusal.message().spanish()).endsWith(" para darle una hora de ese día.");
        story.and(correct("date", scheduled("2025-08-27T15:00Z")))
                .when(retract("retraction"))
                .thenState(SCHEDULED);
    }

    @Test
    void advisesNothingIfNoPlaceOfTheDayIsPossible() {
        assertNoAdvice(given(scheduled("2025-08-27")).when(declined("2025-08-27")));
    }

    @Test
    void advisesNothingIfAnEarlierPlaceMakesSomethingElseImpossible() {
        assertNoAdvice(given(proposed("2025-08-27"), declined("2025-08-27")).when(declined("2025-08-27")));
    }

    @Test
    void advisesNothingIfTheDatesDiffer() {
        assertNoAdvice(given(proposed("2025-08-26"), scheduled("2025-08-27")).when(declined("2025-08-28")));
        assertNoAdvice(
                given(proposed("2025-08-27"), scheduled("2025-08-27T08:00Z")).when(declined("2025-08-28")));
    }

    @Test
    void aPossiblePartOfTheDateIsTheOnlyAdvice() {
        NotPossible refusal = assertNoAdvice(given(
                        proposed("2025-08-27"),
                        scheduled("2025-08-27"),
                        cancelled("2025-08-27T08:00Z"),
                        proposed("2025-08-27T09:00Z"))
                .when(declined("2025-08-27")));

        assertThat(refusal.narrowed()).hasToString("2025-08-27T09:00Z/2025-08-27T23:59:59Z");
    }

    @Test
    void advisesNotMoreThanTenCorrections() {
        Scenario story = given(proposed("2025-08-20"), scheduled("2025-08-27"));
        for (int i = 2; i <= RecordingOrderAdvice.LATER_MAX; i++) {
            story.and(postponed("2025-08-27"));
        }
        assertThat(story.when(declined("2025-08-27"))
                        .thenRefused(NotPossible.class)
                        .text())
                .contains("Only the order of recording");
        assertNoAdvice(story.and(postponed("2025-08-27")).when(declined("2025-08-27")));
    }

    /** Compares the advice with every order in which the same entries could have been recorded, and follows it. */
    @Test
    void everyAdviceCanBeFollowedAndNoneIsMissed() {
        int advised = 0;
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            Scenario story = given();
            List<CommandEnvelope> recorded = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                CommandEnvelope next = named("entry " + i, any(random, "2025-08-27"));
                if (story.when(next).refused() == null) {
                    recorded.add(next);
                }
            }
            CommandEnvelope late = named("late", any(random, "2025-08-27"));
            Scenario.Outcome outcome = story.when(late);
            if (outcome.refused() == null) {
                continue;
            }
            List<UUID> named = advised(outcome.thenRefused(NotPossible.class).text());
            int expected = IntStream.rangeClosed(1, recorded.size())
                    .filter(shift -> isPossible(recorded, late, recorded.size() - shift))
                    .findFirst()
                    .orElse(0);
            assertThat(named)
                    .as("seed %d", seed)
                    .isEqualTo(recorded.subList(recorded.size() - expected, recorded.size()).stream()
                            .map(CommandEnvelope::developmentId)
                            .toList());
            if (expected > 0) {
                follow(story, recorded, expected);
                story.when(dated(Edtf.parse("2025-08-27T09:00Z"), late)).thenRecorded();
                advised++;
            }
        }
        assertThat(advised).isGreaterThan(30);
    }

    private static boolean isPossible(List<CommandEnvelope> recorded, CommandEnvelope late, int place) {
        List<CommandEnvelope> order = new ArrayList<>(recorded);
        order.add(place, late);
        Scenario story = given();
        return order.stream().allMatch(each -> story.when(each).refused() == null);
    }

    private static void follow(Scenario story, List<CommandEnvelope> recorded, int count) {
        for (int i = recorded.size() - 1; i >= recorded.size() - count; i--) {
            CommandEnvelope each = recorded.get(i);
            Edtf time = Edtf.parse("2025-08-27T" + (10 + i) + ":00Z");
            story.and(editorial(new CorrectDevelopment(
                    each.developmentId(), replacement(each.command(), time, null, null), "the time")));
        }
    }

    /** The ids that the advice names as dated the same day. */
    private static List<UUID> advised(String text) {
        return Pattern.compile("this and developments? (.*) are dated")
                .matcher(text)
                .results()
                .flatMap(found -> Stream.of(found.group(1).split(", | and ")))
                .map(UUID::fromString)
                .toList();
    }

    private static CommandEnvelope any(Random random, String date) {
        return switch (random.nextInt(5)) {
            case 0 -> proposed(date);
            case 1 -> declined(date);
            case 2 -> scheduled(date);
            case 3 -> postponed(date);
            default -> cancelled(date);
        };
    }

    private static NotPossible assertNoAdvice(Scenario.Outcome outcome) {
        NotPossible refusal = outcome.thenRefused(NotPossible.class);
        assertThat(refusal.message().english()).doesNotContain("order of recording");
        assertThat(refusal.message().spanish()).doesNotContain("orden de registro");
        return refusal;
    }

    private static CommandEnvelope proposed(String date) {
        return on(date, new ProposeMeeting(Actors.of("USA"), null, null, null));
    }

    private static CommandEnvelope declined(String date) {
        return on(date, new DeclineMeeting(Actors.of("RUS"), null));
    }

    private static CommandEnvelope scheduled(String date) {
        return on(date, new ScheduleMeeting(null, null, null, Actors.of("USA", "RUS"), null, null, null));
    }

    private static CommandEnvelope postponed(String date) {
        return on(date, new PostponeMeeting(null, Actors.of("USA"), null));
    }

    private static CommandEnvelope cancelled(String date) {
        return on(date, new CancelMeeting(null, null));
    }
}
