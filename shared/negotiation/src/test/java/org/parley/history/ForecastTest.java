package org.parley.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.parley.ceasefire.CeasefireNews.allegeViolation;
import static org.parley.ceasefire.CeasefireNews.ceasefireProposed;
import static org.parley.ceasefire.CeasefireNews.declareCeasefire;
import static org.parley.history.Story.given;
import static org.parley.history.Telling.as;
import static org.parley.history.Telling.correct;
import static org.parley.history.Telling.id;
import static org.parley.history.Telling.on;
import static org.parley.history.Telling.undated;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.history.Forecast.Warning;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.meeting.MeetingCommand.ScheduleMeeting;
import org.parley.party.Actors;
import org.parley.question.Position;
import org.parley.question.QuestionCommand.RaiseQuestion;
import org.parley.question.QuestionCommand.StatePosition;
import org.parley.question.QuestionDetail;
import org.parley.question.Stance;
import org.parley.question.Theme;
import org.parley.time.Edtf;

/** The preview of a command. */
class ForecastTest {
    private static Forecast preview(Story story, LogDevelopment command) {
        History history = History.of(
                command.matter(), story.ledger().historyOf(command.matter()).entries());
        return Forecast.of(history, command, story.ledger().desk());
    }

    private static LogDevelopment states(LocalDate day, Stance stance) {
        return on(day.toString(), new StatePosition(Actors.of("RUS"), stance, "so", null));
    }

    private static List<String> codes(Forecast preview) {
        return preview.warnings().stream().map(Warning::code).toList();
    }

    /** A party that changes its stance every week. */
    private static Story weeklyShifts(int weeks) {
        Story story = given(undated(new RaiseQuestion("Troops?", Theme.SECURITY)));
        LocalDate day = LocalDate.of(2024, 1, 1);
        for (int week = 0; week < weeks; week++) {
            story.and(states(day.plusWeeks(week), week % 2 == 0 ? Stance.SUPPORTS : Stance.OPPOSES));
        }
        return story;
    }

    @Test
    void aStateKeepsTheLastShiftsAndTheTotal() {
        Position position =
                weeklyShifts(40).detail(QuestionDetail.class).positions().getFirst();

        assertThat(position.shiftsCount()).isEqualTo(39);
        assertThat(position.shifts()).hasSize(20);
        assertThat(position.shifts().getLast().developmentId()).isEqualTo(position.developmentId());
        assertThat(position.shifts().getFirst().occurred()).hasToString("2024-05-20");
    }

    @Test
    void warnsOfAShiftAtAnyPlace() {
        Story story = weeklyShifts(40);

        Forecast early = preview(story, as("early", states(LocalDate.of(2024, 1, 4), Stance.CONDITIONAL)));
        assertThat(early.warnings())
                .contains(new Warning(
                        "SHIFT", "RUS would shift from SUPPORTS to CONDITIONAL on 4 January 2024.", id("early")));
        assertThat(codes(early)).contains("LATE_ENTRY");

        assertThat(codes(preview(story, states(LocalDate.of(2024, 1, 4), Stance.SUPPORTS))))
                .doesNotContain("SHIFT");
        assertThat(codes(preview(story, states(LocalDate.of(2023, 12, 1), Stance.CONDITIONAL))))
                .doesNotContain("SHIFT");
    }

    @Test
    void warnsOfTheNearestSimilarDevelopments() {
        Story story = given(declareCeasefire("2025-01-01", "RUS"));
        for (int i = 0; i < 40; i++) {
            story.and(as("violation " + i, allegeViolation("2025-08-2" + i / 10)));
        }

        List<Warning> warnings = preview(story, allegeViolation("2025-08-20")).warnings();

        assertThat(warnings.stream().filter(warning -> warning.code().equals("SIMILAR")))
                .hasSize(2 * Forecast.SIMILAR_MAX)
                .extracting(Warning::developmentId)
                .contains(id("violation 0"), id("violation 9"), id("violation 10"), id("violation 19"))
                .doesNotContain(id("violation 20"));
    }

    @Test
    void aRefusalLeavesTheHistoryUnchanged() {
        Story story = given(declareCeasefire("2025-08-01", "RUS"));
        History history = story.history();

        assertThatExceptionOfType(Refused.class)
                .isThrownBy(() -> Forecast.of(
                        history, ceasefireProposed("2025-08-10"), story.ledger().desk()));

        assertThat(history.version()).isEqualTo(1);
    }

    @Test
    void theHistoryIncludesThePreviewedDevelopment() {
        Story story = given(declareCeasefire("2025-08-01", "RUS"));
        History history = story.history();

        Forecast preview = Forecast.of(
                history, allegeViolation("2025-08-10"), story.ledger().desk());

        assertThat(preview.with()).isSameAs(history);
        assertThat(history.version()).isEqualTo(2);
        assertThat(preview.before()).isNotEqualTo(preview.after());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0205-08-15", "0025", "0999-12-31", "0205-08/2025-08", "0205-08-15T10:00Z"})
    void warnsOfAYearBefore1000(String date) {
        LogDevelopment command = ceasefireProposed(date);

        assertThat(preview(given(), command).warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("EARLY_YEAR");
            assertThat(warning.detail()).contains(date, "typing mistake");
            assertThat(warning.developmentId()).isEqualTo(command.developmentId());
        });
    }

    @Test
    void checksEveryDateForYearsBefore1000() {
        assertThat(codes(preview(given(), ceasefireProposed("1000-01-01")))).isEmpty();
        LogDevelopment correction = correct("meeting", on("2025-08-01", scheduled("0205-08-15")));
        LogDevelopment command = new LogDevelopment(
                correction.developmentId(),
                new MatterAddress(Telling.NEGOTIATION, Kind.MEETING, "alaska"),
                correction.command(),
                null,
                null,
                null,
                null);
        assertThat(codes(preview(given(as("meeting", on("2025-08-01", scheduled("2025-08-15")))), command)))
                .containsExactly("EARLY_YEAR");
    }

    private static ScheduleMeeting scheduled(String planned) {
        return new ScheduleMeeting(Edtf.parse(planned), null, null, Actors.of("RUS", "USA"), null);
    }
}
