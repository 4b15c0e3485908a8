package org.parley.domain.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.grade;
import static org.parley.domain.scenario.CommandFixtures.id;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.CommandFixtures.retract;
import static org.parley.domain.scenario.Scenario.given;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.demand.DemandCommand.MakeDemand;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.evidence.Grade;
import org.parley.domain.evidence.Source;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.language.Language;
import org.parley.domain.party.Actors;
import org.parley.domain.scenario.CommandFixtures;
import org.parley.domain.scenario.Scenario;

/** A development that its grade marks as a report reads as the report of its publisher. */
class ReportedClaimTest {
    @ParameterizedTest
    @ValueSource(strings = {"E1", "F1", "F5", "A4", "B5", "C6", "E6"})
    void unreliableSourcesAndDoubtfulContentReadAsReports(String grade) {
        assertThat(new Grade(grade).isReportOnly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A1", "B3", "D2", "D3", "F6"})
    void reliableContentAndWhatNobodyJudgedReadAsFacts(String grade) {
        assertThat(new Grade(grade).isReportOnly()).isFalse();
    }

    @Test
    void sentenceSaysWhoReportsIt() {
        Scenario story = given(demanded("first", "E4", "Agency"), demanded("second", "B2", "Agency"));

        assertThat(sentence(story, 0, Language.ENGLISH))
                .startsWith("On 2 August 2025, according to Agency, ")
                .contains(" demanded of ");
        assertThat(sentence(story, 0, Language.SPANISH)).startsWith("El 2 de agosto de 2025, según Agency, ");
        assertThat(sentence(story, 1, Language.ENGLISH)).doesNotContain("according to");
    }

    @Test
    void whatIsSaidAboutACorrectionTellsTheDevelopmentAndNotTheCorrection() {
        Scenario story = given(
                demanded("first", "B2", "Agency"),
                named(
                        "correction",
                        correct(
                                "first",
                                on(
                                        "2025-08-03",
                                        new MakeDemand(Actors.of("RUS"), Actors.of("UKR"), "land", null, null)))),
                named("retraction", retract("correction")),
                retract("retraction"));

        assertThat(sentence(story, 2, Language.ENGLISH))
                .startsWith("The newsroom retracted the correction of the report that on 2 August 2025, ")
                .doesNotContain("corrected the report")
                .doesNotContain("3 August");
        assertThat(sentence(story, 3, Language.ENGLISH))
                .startsWith("The newsroom retracted the retraction of the correction of the report that on 2 August");
        assertThat(sentence(story, 3, Language.SPANISH))
                .startsWith(
                        "La redacción se retractó de la retractación de la corrección de la información de que el 2");
    }

    @Test
    void severalPublishersAreNamedByTheFirst() {
        Scenario story = given(demanded("first", "C5", "Agency", "Agency", "Courier"));

        assertThat(sentence(story, 0, Language.ENGLISH)).contains(", according to Agency and others, ");
        assertThat(sentence(story, 0, Language.SPANISH)).contains(", según Agency y otros, ");
        assertThat(sentence(given(demanded("other", "C5", "Agency", "Agency")), 0, Language.ENGLISH))
                .contains(", according to Agency, ");
    }

    /** The grade as known decides, and what was known before stays as it was. */
    @Test
    void laterGradeChangesTheSentence() {
        Scenario story = given(demanded("first", "F6", "Agency"), grade("first", "E5"), grade("first", "A1"));
        List<LedgerEntry> trail = story.ledger().trail();
        LedgerEntry demand = trail.get(0);
        assertThat(List.of(1, 2, 3))
                .extracting(known -> EntrySentence.of(
                                NegotiationHistory.of(CommandFixtures.NEGOTIATION, trail.subList(0, known)), demand)
                        .contains("according to Agency"))
                .containsExactly(false, true, false);
    }

    /** What an editorial event says of it follows "the report that" anyway. */
    @Test
    void entryAboutAReportDoesNotRepeatWhoseItIs() {
        Scenario story = given(demanded("first", "E4", "Agency"), retract("first"));
        assertThat(sentence(story, 1, Language.ENGLISH))
                .startsWith("The newsroom retracted the report that on 2 August 2025, ")
                .doesNotContain("according to");
    }

    private static CommandEnvelope demanded(String name, String grade, String... publishers) {
        CommandEnvelope demand =
                on("2025-08-02", new MakeDemand(Actors.of("RUS"), Actors.of("UKR"), "land", null, null));
        return new CommandEnvelope(
                id(name),
                demand.matter(),
                demand.command(),
                demand.occurred(),
                null,
                new Evidence(
                        Arrays.stream(publishers)
                                .map(publisher -> new Source(publisher, "A report"))
                                .toList(),
                        new Grade(grade)),
                null);
    }

    private static String sentence(Scenario story, int index, Language language) {
        return EntrySentence.of(story.ledger().history(), story.ledger().trail().get(index), language);
    }
}
