package org.parley.domain.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.exchange.ExchangeStatus.AGREED;
import static org.parley.domain.exchange.ExchangeStatus.CALLED_OFF;
import static org.parley.domain.exchange.ExchangeStatus.DONE;
import static org.parley.domain.exchange.ExchangeStatus.PARTLY_DONE;
import static org.parley.domain.exchange.ExchangeStatus.PROPOSED;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.CommandFixtures.titled;
import static org.parley.domain.scenario.Scenario.given;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.decision.Refusal.UnknownMatter;
import org.parley.domain.decision.Refusal.UnknownParties;
import org.parley.domain.decision.Refusal.VoiceMayNot;
import org.parley.domain.exchange.ExchangeCommand.AgreeExchange;
import org.parley.domain.exchange.ExchangeCommand.CallOffExchange;
import org.parley.domain.exchange.ExchangeCommand.CarryOutExchange;
import org.parley.domain.exchange.ExchangeCommand.ProposeExchange;
import org.parley.domain.lifecycle.LifecycleTable;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.party.PartyCode;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.state.EntrySentence;

class ExchangeTest {
    private static final Actors BOTH = Actors.of("RUS", "UKR");

    @Test
    void hasThisLifecycle() {
        LifecycleTable.of(MatterKind.EXCHANGE, """
                        ProposeExchange, ExchangeProposed: -,PROPOSED,CALLED_OFF -> PROPOSED
                        AgreeExchange, ExchangeAgreed: -,PROPOSED,CALLED_OFF -> AGREED; AGREED,PARTLY_DONE -> same
                        CarryOutExchange, ExchangeCarriedOut: -,PROPOSED,AGREED,PARTLY_DONE,CALLED_OFF -> DONE?/PARTLY_DONE; DONE -> same
                        CallOffExchange, ExchangeCalledOff: PROPOSED,AGREED,PARTLY_DONE -> CALLED_OFF""").isTheRule();
    }

    @Test
    void isProposedAgreedAndCarriedOutInParts() {
        Scenario story = given(proposed("2025-05-01", prisoners("RUS", 500)))
                .thenState(PROPOSED)
                .when(proposed("2025-05-02", prisoners("RUS", 900)))
                .thenState(PROPOSED)
                .when(agreed("2025-05-16", prisoners("RUS", 1000), prisoners("UKR", 1000)))
                .thenState(AGREED);
        assertThat(detail(story).gives()).containsExactly(prisoners("RUS", 1000), prisoners("UKR", 1000));

        story.when(carriedOut("2025-05-23", null, prisoners("RUS", 390), prisoners("UKR", 390)))
                .thenState(PARTLY_DONE)
                .when(carriedOut("2025-05-24", false, prisoners("RUS", 307)))
                .thenState(PARTLY_DONE);
        assertThat(detail(story).given()).containsExactly(prisoners("RUS", 697), prisoners("UKR", 390));

        story.when(carriedOut("2025-05-25", true, prisoners("RUS", 303), prisoners("UKR", 610)))
                .thenState(DONE)
                .when(carriedOut("2025-05-26", null, prisoners("UKR", 1)))
                .thenState(DONE);
        assertThat(detail(story).given()).containsExactly(prisoners("RUS", 1000), prisoners("UKR", 1001));
        assertThat(detail(story).complete()).isTrue();
        assertThat(detail(story).between()).isEqualTo(BOTH.parties());
    }

    @Test
    void aFurtherListAddsToWhatIsAgreed() {
        Scenario story = given(agreed("2025-05-16", prisoners("RUS", 1000)))
                .when(agreed("2025-05-17", prisoners("RUS", 200), prisoners("UKR", 5)))
                .thenState(AGREED);
        assertThat(detail(story).gives()).containsExactly(prisoners("RUS", 1200), prisoners("UKR", 5));

        story.when(carriedOut("2025-05-23", null, prisoners("RUS", 390)))
                .thenState(PARTLY_DONE)
                .when(agreed("2025-05-24", prisoners("UKR", 5)))
                .thenState(PARTLY_DONE);
        assertThat(detail(story).gives()).containsExactly(prisoners("RUS", 1200), prisoners("UKR", 10));
    }

    @Test
    void beginsWithAHandover() {
        Scenario partly = given().when(carriedOut("2025-05-23", null, prisoners("RUS", 390)))
                .thenState(PARTLY_DONE);
        assertThat(detail(partly).between()).isEqualTo(Actors.of("RUS").parties());
        given().when(carriedOut("2025-05-23", true, prisoners("RUS", 390))).thenState(DONE);
        given(proposed("2025-05-01"))
                .when(carriedOut("2025-05-23", true, prisoners("RUS", 390)))
                .thenState(DONE);
    }

    @Test
    void isCalledOffAndTakenUpAgain() {
        given(proposed("2025-05-01")).when(calledOff("2025-05-02", "RUS")).thenState(CALLED_OFF);
        Scenario story = given(agreed("2025-05-16", prisoners("RUS", 1000)))
                .when(calledOff("2025-05-17"))
                .thenState(CALLED_OFF)
                .when(carriedOut("2025-05-18", null, prisoners("RUS", 5)))
                .thenState(PARTLY_DONE)
                .when(calledOff("2025-05-19", "UKR"))
                .thenState(CALLED_OFF);
        assertThat(detail(story).endedBy()).isEqualTo(Actors.of("UKR").parties());
        assertThat(detail(story).agreed()).isFalse();

        story.when(agreed("2025-05-20", prisoners("RUS", 300))).thenState(AGREED);
        assertThat(detail(story).gives()).containsExactly(prisoners("RUS", 300));
        assertThat(detail(story).given()).containsExactly(prisoners("RUS", 5));
        assertThat(detail(story).endedBy()).isEqualTo(Parties.NONE);

        story.when(calledOff("2025-05-21")).thenState(CALLED_OFF);
        story.when(proposed("2025-05-22")).thenState(PROPOSED);
        assertThat(detail(story).gives()).isEmpty();
        assertThat(detail(story).given()).containsExactly(prisoners("RUS", 5));
    }

    @Test
    void isNotCalledOffOnceItIsDone() {
        Scenario story = given(carriedOut("2025-05-23", true, prisoners("RUS", 390)));

        story.when(calledOff("2025-05-24")).thenRefused(NotPossible.class);
        story.when(agreed("2025-05-24", prisoners("RUS", 1))).thenRefused(NotPossible.class);
        story.when(proposed("2025-05-24")).thenRefused(NotPossible.class);
        given().when(calledOff("2025-05-24")).thenRefused(UnknownMatter.class);
    }

    @Test
    void whatIsNotKnownExactlyAddsUpToAtLeastWhatIs() {
        Handover some = new Handover(new PartyCode("RUS"), " Prisoners of War", null, null);
        Handover more = new Handover(new PartyCode("RUS"), "prisoners of war", BigDecimal.TEN, true);
        Handover remains = new Handover(new PartyCode("RUS"), "remains", null, false);

        assertThat(Handover.sum(List.of(prisoners("RUS", 5)), List.of(some)))
                .containsExactly(new Handover(new PartyCode("RUS"), "prisoners of war", BigDecimal.valueOf(5), true));
        assertThat(Handover.sum(List.of(prisoners("RUS", 5)), List.of(more)))
                .containsExactly(new Handover(new PartyCode("RUS"), "prisoners of war", BigDecimal.valueOf(15), true));
        assertThat(Handover.sum(List.of(remains), List.of(remains))).containsExactly(remains);
        assertThat(remains.atLeast()).isNull();
    }

    @Test
    void whoHandsOverIsAnAdmittedPartyAndNoVoice() {
        UnknownParties unknown = given().when(agreed("2025-05-16", prisoners("RUS", 1), prisoners("XXX", 1)))
                .thenRefused(UnknownParties.class);
        assertThat(unknown.faults()).singleElement().satisfies(fault -> assertThat(fault.pointer())
                .isEqualTo("/gives/1/party"));

        given().when(carriedOut("2025-05-16", null, prisoners("VOX", 1))).thenRefused(VoiceMayNot.class);
    }

    @Test
    void sentencesSayWhoHandsOverWhat() {
        Scenario story = given(titled("1000 for 1000", proposed("2025-05-01", prisoners("RUS", 1))));
        assertThat(said(story))
                .isEqualTo("On 1 May 2025, USA proposed the exchange “1000 for 1000” between RUS and UKR: RUS would"
                        + " hand over 1 (prisoners of war).");
        story.and(on(
                "2025-05-16",
                new AgreeExchange(BOTH, List.of(prisoners("RUS", 307), prisoners("UKR", 300)), Actors.of("USA"))));
        assertThat(said(story))
                .endsWith("RUS and UKR agreed on the exchange “1000 for 1000”, mediated by USA: RUS is to hand over"
                        + " 307 prisoners of war, and UKR is to hand over 300 prisoners of war.");
        story.and(carriedOut(
                "2025-05-23",
                true,
                new Handover(new PartyCode("RUS"), "prisoners of war.", BigDecimal.valueOf(390), true),
                new Handover(new PartyCode("RUS"), "remains", null, null)));
        assertThat(said(story))
                .endsWith("in the exchange “1000 for 1000”, RUS handed over at least 390 prisoners of war and remains,"
                        + " which completed it.");
        assertThat(said(given(agreed("2025-05-16", prisoners("RUS", 2)), calledOff("2025-05-17", "RUS"))))
                .contains("RUS called off the exchange");
    }

    private static String said(Scenario story) {
        return EntrySentence.of(story.ledger().history(), story.ledger().trail().getLast());
    }

    private static ExchangeDetail detail(Scenario story) {
        return story.detail(ExchangeDetail.class);
    }

    private static Handover prisoners(String party, int quantity) {
        return new Handover(new PartyCode(party), "prisoners of war", BigDecimal.valueOf(quantity), null);
    }

    private static CommandEnvelope proposed(String date, Handover... gives) {
        return on(date, new ProposeExchange(Actors.of("USA"), BOTH, gives.length == 0 ? null : List.of(gives)));
    }

    private static CommandEnvelope agreed(String date, Handover... gives) {
        return on(date, new AgreeExchange(BOTH, List.of(gives), null));
    }

    private static CommandEnvelope carriedOut(String date, @Nullable Boolean complete, Handover... gives) {
        return on(date, new CarryOutExchange(List.of(gives), null, complete));
    }

    private static CommandEnvelope calledOff(String date, String... by) {
        return on(date, new CallOffExchange(by.length == 0 ? null : Actors.of(by), null));
    }
}
