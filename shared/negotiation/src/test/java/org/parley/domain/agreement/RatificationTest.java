package org.parley.domain.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.Scenario.given;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.domain.agreement.AgreementCommand.AgreeText;
import org.parley.domain.agreement.AgreementCommand.RatifyAgreement;
import org.parley.domain.agreement.AgreementCommand.RefuseRatification;
import org.parley.domain.agreement.AgreementCommand.SignBilateralAgreement;
import org.parley.domain.agreement.AgreementCommand.SignMultilateralAgreement;
import org.parley.domain.agreement.AgreementCommand.TableDraft;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.wording.SentenceNames;

/** Ratification, its refusal, and the way back. */
class RatificationTest {
    private static final ShortName VOTE = new ShortName("plebiscite");
    private static final SentenceNames CODES = SentenceNames.ofCodes(MatterAddress.parse("talks/agreement/peace"));

    @Test
    void aRefusalIsTakenBackByTheRatificationOfThatParty() {
        Scenario signed = given(signed("2016-09-26"))
                .when(refused("2016-10-02", "GBR"))
                .thenState(AgreementStatus.REFUSED)
                .when(refused("2016-10-03", "UKR"))
                .thenState(AgreementStatus.REFUSED)
                .when(ratified("2016-11-01", "UKR"))
                .thenState(AgreementStatus.REFUSED)
                .when(ratified("2016-11-30", "GBR"))
                .thenState(AgreementStatus.SIGNED);

        AgreementDetail detail = signed.detail(AgreementDetail.class);
        assertThat(detail.refusedBy()).isEmpty();
        assertThat(detail.ratifiedBy())
                .extracting(RatificationVote::party)
                .containsExactly(new PartyCode("UKR"), new PartyCode("GBR"));
    }

    @Test
    void anAgreedTextGoesBackToAgreed() {
        given(on("2016-09-26", new AgreeText(Actors.of("UKR", "GBR"), null, null, null, null, null, null, null, null)))
                .when(refused("2016-10-02", "GBR"))
                .thenState(AgreementStatus.REFUSED)
                .when(ratified("2016-11-30", "GBR"))
                .thenState(AgreementStatus.AGREED);
    }

    @Test
    void afterARefusalTheTalksOrASignatureMayFollow() {
        given(signed("2016-09-26"), refused("2016-10-02", "GBR"))
                .when(on("2016-10-10", new TableDraft(null, "2", null, null, null, null, null)))
                .thenState(AgreementStatus.IN_TALKS)
                .when(signed("2016-11-24"))
                .thenState(AgreementStatus.SIGNED)
                .when(refused("2016-11-25", "UKR"))
                .thenState(AgreementStatus.REFUSED)
                .when(ratified("2016-11-26", "UKR"))
                .thenState(AgreementStatus.SIGNED);
    }

    @Test
    void onlyPartiesRatifyWhereAllAreKnown() {
        Scenario two = given(signed("2016-09-26"));
        assertThat(two.when(ratified("2016-10-01", "FRA"))
                        .thenRefused(NotPossible.class)
                        .text())
                .contains("FRA is no party to it; its parties are UKR and GBR");
        two.when(refused("2016-10-01", "FRA")).thenRefused(NotPossible.class);

        Scenario some = given(on(
                "2016-09-26",
                new SignMultilateralAgreement(
                        Actors.of("UKR", "GBR", "USA"), false, null, null, null, null, null, null, null)));
        some.when(ratified("2016-10-01", "FRA")).thenRecorded();
    }

    @Test
    void theBodyMustBePartOfTheParty() {
        NotPossible refusal = given(signed("2016-09-26"))
                .when(on("2016-10-01", new RatifyAgreement(Actors.of("UKR"), new PartyCode("FRA"), VOTE)))
                .thenRefused(NotPossible.class);

        assertThat(refusal.text()).contains("Only a body that is part of UKR", "None is known: admit it");
        assertThat(refusal.state()).isEqualTo("SIGNED");
    }

    /** What a body belonged to was decided when it was recorded: the event keeps it. */
    @Test
    void aBodyActsForThePartyThatItBelongsTo() {
        AgreementEvent.AgreementRatified event =
                new AgreementEvent.AgreementRatified(Actors.of("RADA"), null, VOTE, Actors.of("UKR"));
        AgreementDetail signed = given(signed("2016-09-26")).detail(AgreementDetail.class);

        assertThat(PartyRules.isByParties(signed, event, CODES)).isEmpty();
        assertThat(RatificationVote.of(signed.between(), event.by(), event.onBehalfOf(), null, VOTE))
                .containsExactly(new RatificationVote(new PartyCode("UKR"), new PartyCode("RADA"), VOTE));
        assertThat(new AgreementWording().clause(event, CODES))
                .isEqualTo("RADA ratified the agreement “peace” on behalf of UKR");
    }

    @Test
    void everyBodyOfAPartyKeepsItsWord() {
        AgreementDetail both = ratifying(signedText(), "SENATE");
        both = ratifying(both, "HOUSE");
        both = ratifying(both, "SENATE");
        both = ratifying(both, null);

        assertThat(both.ratifiedBy()).containsExactly(word("HOUSE"), word("SENATE"), word(null));
        assertThat(both.isNotRefused()).isTrue();
    }

    @Test
    void aBodyTakesBackOnlyItsOwnRefusal() {
        AgreementDetail refused = signedText().refused(List.of(word("VOTERS"))).refused(List.of(word("HOUSE")));

        AgreementDetail houseRatified = ratifying(refused, "HOUSE");
        assertThat(houseRatified.refusedBy()).containsExactly(word("VOTERS"));
        assertThat(houseRatified.ratifiedBy()).containsExactly(word("HOUSE"));

        AgreementDetail houseRefused = houseRatified.refused(List.of(word("HOUSE")));
        assertThat(houseRefused.refusedBy()).containsExactly(word("VOTERS"), word("HOUSE"));
        assertThat(houseRefused.ratifiedBy()).isEmpty();
    }

    /** Without a body named, it is the word of the whole party. */
    @Test
    void thePartyTakesBackTheRefusalsOfItsBodies() {
        AgreementDetail refused = signedText().refused(List.of(word("VOTERS"))).refused(List.of(word("HOUSE")));

        AgreementDetail ratified = ratifying(refused, null);
        assertThat(ratified.refusedBy()).isEmpty();
        assertThat(ratified.ratifiedBy()).containsExactly(word(null));
        assertThat(ratifying(ratified, "HOUSE").refused(List.of(word(null))).ratifiedBy())
                .isEmpty();
    }

    private static AgreementDetail signedText() {
        return given(signed("2016-09-26")).detail(AgreementDetail.class);
    }

    private static AgreementDetail ratifying(AgreementDetail before, @Nullable String body) {
        return before.ratified(List.of(word(body)));
    }

    private static RatificationVote word(@Nullable String body) {
        return new RatificationVote(new PartyCode("GBR"), body == null ? null : new PartyCode(body), VOTE);
    }

    @Test
    void aCorrectionOfARefusalMovesTheStateBack() {
        Scenario story = given(signed("2016-09-26"), named("refusal", refused("2016-10-02", "GBR")));

        story.when(correct("refusal", ratified("2016-10-02", "GBR"))).thenState(AgreementStatus.SIGNED);
    }

    private static CommandEnvelope signed(String date) {
        return on(date, new SignBilateralAgreement(Actors.of("UKR", "GBR"), null, null, null, null, null, null, null));
    }

    private static CommandEnvelope ratified(String date, String by) {
        return on(date, new RatifyAgreement(Actors.of(by), null, null));
    }

    private static CommandEnvelope refused(String date, String by) {
        return on(date, new RefuseRatification(Actors.of(by), null, null, VOTE));
    }
}
