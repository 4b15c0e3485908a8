package org.parley.domain.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.parley.domain.ceasefire.CeasefireFixtures.allegeViolation;
import static org.parley.domain.ceasefire.CeasefireFixtures.ceasefireProposed;
import static org.parley.domain.ceasefire.CeasefireFixtures.declareCeasefire;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.id;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.CommandFixtures.undated;
import static org.parley.domain.scenario.Scenario.given;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.domain.decision.CommandPreview.Warning;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.language.BilingualText;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.meeting.MeetingCommand.ScheduleMeeting;
import org.parley.domain.party.Actors;
import org.parley.domain.question.Position;
import org.parley.domain.question.QuestionCommand.RaiseQuestion;
import org.parley.domain.question.QuestionCommand.StatePosition;
import org.parley.domain.question.QuestionDetail;
import org.parley.domain.question.Stance;
import org.parley.domain.question.Theme;
import org.parley.domain.scenario.CommandFixtures;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.time.Edtf;

/** The preview of a command. */
class CommandPreviewTest {
    private static CommandPreview preview(Scenario story, CommandEnvelope command) {
        RecordedHistory history = RecordedHistory.of(
                command.matter(), story.ledger().historyOf(command.matter()).entries());
        return CommandPreview.of(history, command, story.ledger().decisionContext());
    }

    private static CommandEnvelope states(LocalDate day, Stance stance) {
        return on(day.toString(), new StatePosition(Actors.of("RUS"), stance, "so", null));
    }

    private static List<String> codes(CommandPreview preview) {
        return preview.warnings().stream().map(Warning::code).toList();
    }

    /** A party that changes its stance every week. */
    private static Scenario weeklyShifts(int weeks) {
        Scenario story = given(undated(new RaiseQuestion("Troops?", Theme.SECURITY)));
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
        Scenario story = weeklyShifts(40);

        CommandPreview early = preview(story, named("early", states(LocalDate.of(2024, 1, 4), Stance.CONDITIONAL)));
        assertThat(early.warnings())
                .contains(new Warning(
                        "SHIFT",
                        new BilingualText(
                                "RUS would shift from “in favour” to “on conditions” on 4 January 2024.",
                                "RUS pasaría de «a favor» a «con condiciones» el 4 de enero de 2024."),
                        id("early")));
        assertThat(codes(early)).contains("LATE_ENTRY");

        assertThat(codes(preview(story, states(LocalDate.of(2024, 1, 4), Stance.SUPPORTS))))
                .doesNotContain("SHIFT");
        assertThat(codes(preview(story, states(LocalDate.of(2023, 12, 1), Stance.CONDITIONAL))))
                .doesNotContain("SHIFT");
    }

    @Test
    void warnsOfTheNearestSimilarDevelopments() {
        Scenario story = given(declareCeasefire("2025-01-01", "RUS"));
        for (int i = 0; i < 40; i++) {
            story.and(named("violation " + i, allegeViolation("2025-08-2" + i / 10)));
        }

        List<Warning> warnings = preview(story, allegeViolation("2025-08-20")).warnings();

        assertThat(warnings.stream().filter(warning -> warning.code().equals("SIMILAR")))
                .hasSize(2 * CommandPreview.SIMILAR_MAX)
                .extracting(Warning::developmentId)
                .contains(id("violation 0"), id("violation 9"), id("violation 10"), id("violation 19"))
                .doesNotContain(id("violation 20"));
    }

    @Test
    void aRefusalLeavesTheHistoryUnchanged() {
        Scenario story = given(declareCeasefire("2025-08-01", "RUS"));
        RecordedHistory history = story.history();

        assertThatExceptionOfType(CommandRefusedException.class)
                .isThrownBy(() -> CommandPreview.of(
                        history, ceasefireProposed("2025-08-10"), story.ledger().decisionContext()));

        assertThat(history.version()).isEqualTo(1);
    }

    @Test
    void theHistoryIncludesThePreviewedDevelopment() {
        Scenario story = given(declareCeasefire("2025-08-01", "RUS"));
        RecordedHistory history = story.history();

        CommandPreview preview = CommandPreview.of(
                history, allegeViolation("2025-08-10"), story.ledger().decisionContext());

        assertThat(preview.history()).isSameAs(history);
        assertThat(history.version()).isEqualTo(2);
        assertThat(preview.before()).isNotEqualTo(preview.after());
    }

    @ParameterizedTest
    @ValueSource(strings = {"0205-08-15", "0025", "0999-12-31", "0205-08/2025-08", "0205-08-15T10:00Z"})
    void warnsOfAYearBefore1000(String date) {
        CommandEnvelope command = ceasefireProposed(date);

        assertThat(preview(given(), command).warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.code()).isEqualTo("EARLY_YEAR");
            assertThat(warning.detail()).contains(date, "typing mistake");
            assertThat(warning.developmentId()).isEqualTo(command.developmentId());
        });
    }

    @Test
    void checksEveryDateForYearsBefore1000() {
        assertThat(codes(preview(given(), ceasefireProposed("1000-01-01")))).isEmpty();
        CommandEnvelope correction = correct("meeting", on("2025-08-01", scheduled("0205-08-15")));
        CommandEnvelope command = new CommandEnvelope(
                correction.developmentId(),
                new MatterAddress(CommandFixtures.NEGOTIATION, MatterKind.MEETING, "alaska"),
                correction.command(),
                null,
                null,
                null,
                null);
        assertThat(codes(preview(given(named("meeting", on("2025-08-01", scheduled("2025-08-15")))), command)))
                .containsExactly("EARLY_YEAR");
    }

    private static ScheduleMeeting scheduled(String planned) {
        return new ScheduleMeeting(Edtf.parse(planned), null, null, Actors.of("RUS", "USA"), null, null, null);
    }
}
