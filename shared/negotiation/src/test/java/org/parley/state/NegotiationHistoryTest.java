package org.parley.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.ceasefire.CeasefireNews.ceasefireProposed;
import static org.parley.ceasefire.CeasefireNews.rejectCeasefire;
import static org.parley.history.Story.given;
import static org.parley.history.Telling.as;
import static org.parley.history.Telling.correct;
import static org.parley.history.Telling.in;
import static org.parley.history.Telling.on;
import static org.parley.history.Telling.retract;
import static org.parley.history.Telling.titled;
import static org.parley.history.Telling.undated;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.agreement.AgreementCommand.SignBilateralAgreement;
import org.parley.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.guarantee.GuaranteeCommand.ProposeGuarantee;
import org.parley.guarantee.GuaranteeForm;
import org.parley.history.Entry;
import org.parley.history.History;
import org.parley.history.ImpossibleHistory;
import org.parley.history.LogDevelopment;
import org.parley.history.Story;
import org.parley.history.Telling;
import org.parley.matter.Development;
import org.parley.matter.MatterAddress;
import org.parley.matter.ShortName;
import org.parley.party.Actors;
import org.parley.party.PartyCode;
import org.parley.party.PartyKind;
import org.parley.process.ProcessCommand.AdmitParty;
import org.parley.process.ProcessCommand.ConcludeNegotiation;
import org.parley.process.ProcessCommand.OpenNegotiation;
import org.parley.question.QuestionCommand.RaiseQuestion;
import org.parley.question.QuestionCommand.StatePosition;
import org.parley.question.Stance;
import org.parley.question.Theme;
import org.parley.time.Edtf;

class NegotiationHistoryTest {

    @Test
    void beforeItsOpeningItIsNotOpenedButItsMattersExist() {
        Story story = given(
                titled("Ukraine", on("2025-02-12", new OpenNegotiation("Ukraine", null))),
                undated(new AdmitParty(new PartyCode("POL"), "Poland", PartyKind.STATE, null)),
                in("old", signed("1997-05-31")));

        NegotiationState before = asOf(story, "2000-01-01");
        assertThat(before.status()).isEqualTo(NegotiationState.NOT_OPENED);
        assertThat(before.since()).isNull();
        assertThat(before.parties()).isEmpty();
        assertThat(before.matters()).singleElement().satisfies(matter -> assertThat(matter.address())
                .hasToString("ukraine-2025/agreement/old"));
        assertThat(asOf(story, "1990").matters()).isEmpty();

        NegotiationState after = asOf(story, "2025-02-12");
        assertThat(after.status()).isEqualTo("OPEN");
        assertThat(after.title()).isEqualTo("Ukraine");
        assertThat(after.since()).isEqualTo(Edtf.parse("2025-02-12"));
        assertThat(after.parties()).extracting(party -> party.code().text()).containsExactly("POL");
        assertThat(after.through()).isEqualTo(3);
    }

    @Test
    void openedWithoutADateItIsOpenBeforeEverything() {
        Story story = given(undated(new OpenNegotiation("Ukraine", null)));

        assertThat(asOf(story, "0000").status()).isEqualTo("OPEN");
    }

    @Test
    void itsStatusDoesNotRestrictItsMatters() {
        given(undated(new OpenNegotiation("Ukraine", null)), on("2025-08-10", new ConcludeNegotiation(null)))
                .when(ceasefireProposed("2025-08-13"))
                .thenRecorded();
    }

    @Test
    void listsMattersPositionsAndPackagesInOrder() {
        Story story = given(
                undated(new RaiseQuestion("Who?", Theme.TERRITORY)),
                in("b", proposed("2025-08-18", "paris")),
                in("a", proposed("2025-08-19", "paris")),
                in("c", proposed("2025-08-19", null)),
                ceasefireProposed("2025-08-13"),
                on("2025-08-20", new StatePosition(Actors.of("RUS"), Stance.OPPOSES, "no", null)));
        NegotiationState state = asOf(story, "2026");

        assertThat(state.matters())
                .extracting(matter ->
                        matter.address().kind().slug() + "/" + matter.address().slug())
                .containsExactly("ceasefire/alaska", "guarantee/a", "guarantee/b", "guarantee/c", "question/alaska");
        assertThat(state.positions()).singleElement().satisfies(stated -> {
            assertThat(stated.question().slug()).isEqualTo("alaska");
            assertThat(stated.position().stance()).isEqualTo(Stance.OPPOSES);
        });
        assertThat(state.packages()).containsExactly(new GuaranteePackage("paris", List.of("a", "b")));
    }

    @Test
    void earlierKnowledgeIsAPrefixOfTheTrail() {
        Story story = given(
                as("proposal", ceasefireProposed("2025-08-13")),
                as("rejection", rejectCeasefire("2025-08-15")),
                correct("rejection", rejectCeasefire("2025-08-16")),
                retract("rejection"));
        List<Entry> trail = story.ledger().trail();

        assertThat(statusOf(trail.subList(0, 1), "2025-08-16")).isEqualTo("PROPOSED");
        assertThat(statusOf(trail.subList(0, 2), "2025-08-15")).isEqualTo("REJECTED");
        assertThat(statusOf(trail.subList(0, 3), "2025-08-15")).isEqualTo("PROPOSED");
        assertThat(statusOf(trail.subList(0, 3), "2025-08-16")).isEqualTo("REJECTED");
        assertThat(statusOf(trail, "2025-08-16")).isEqualTo("PROPOSED");
    }

    @Test
    void acceptsOnlyTheNextEntry() {
        Story story = given(ceasefireProposed("2025-08-13"), rejectCeasefire("2025-08-15"));
        List<Entry> trail = story.ledger().trail();

        NegotiationHistory history = NegotiationHistory.of(Telling.NEGOTIATION, trail.subList(0, 1));
        assertThatThrownBy(() -> history.record(trail.get(0))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NegotiationHistory.of(Telling.NEGOTIATION, trail.subList(1, 2)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> NegotiationHistory.of("other", trail)).isInstanceOf(IllegalArgumentException.class);
        assertThat(history.through()).isEqualTo(1);
        history.record(trail.get(1));
        assertThat(history.through()).isEqualTo(2);
    }

    @Test
    void aDamagedRecordFailsNamingTheDevelopment() {
        List<Entry> trail = given(ceasefireProposed("2025-08-13"), as("rejection", rejectCeasefire("2025-08-15")))
                .ledger()
                .trail();
        MatterAddress matter = trail.get(0).matter();

        UUID orphan = UUID.randomUUID();
        Development dangling =
                new Development(new DevelopmentRetracted(UUID.randomUUID(), "no"), null, null, null, null, List.of());
        assertThatThrownBy(() -> new History(matter).record(new Entry(orphan, matter, 1, Instant.EPOCH, "e", dangling)))
                .isInstanceOf(ImpossibleHistory.class)
                .hasMessageContaining(orphan.toString());
    }

    private static NegotiationState asOf(Story story, String date) {
        return story.ledger()
                .history()
                .state(Edtf.parse(date).end(), story.ledger().now());
    }

    private static String statusOf(List<Entry> trail, String date) {
        return NegotiationHistory.of(Telling.NEGOTIATION, trail)
                .state(Edtf.parse(date).end(), trail.get(trail.size() - 1).recordedAt())
                .matters()
                .get(0)
                .status()
                .name();
    }

    private static LogDevelopment signed(String date) {
        return on(date, new SignBilateralAgreement(Actors.of("RUS", "UKR"), null, null, null));
    }

    private static LogDevelopment proposed(String date, @Nullable String partOf) {
        return on(
                date,
                new ProposeGuarantee(
                        Actors.of("FRA"),
                        Actors.of("UKR"),
                        null,
                        GuaranteeForm.BACKSTOP,
                        null,
                        null,
                        partOf == null ? null : new ShortName(partOf)));
    }
}
