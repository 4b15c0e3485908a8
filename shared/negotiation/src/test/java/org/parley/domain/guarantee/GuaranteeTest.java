package org.parley.domain.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.guarantee.GuaranteeForm.FORCE_DEPLOYMENT;
import static org.parley.domain.guarantee.GuaranteeStatus.AGREED;
import static org.parley.domain.guarantee.GuaranteeStatus.IN_FORCE;
import static org.parley.domain.guarantee.GuaranteeStatus.PROPOSED;
import static org.parley.domain.guarantee.GuaranteeStatus.WITHDRAWN;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.Scenario.given;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.decision.Refusal.VoiceMayNot;
import org.parley.domain.guarantee.GuaranteeCommand.ActivateGuarantee;
import org.parley.domain.guarantee.GuaranteeCommand.AgreeGuarantee;
import org.parley.domain.guarantee.GuaranteeCommand.AmendGuarantee;
import org.parley.domain.guarantee.GuaranteeCommand.DiscussGuarantee;
import org.parley.domain.guarantee.GuaranteeCommand.EndorseGuarantee;
import org.parley.domain.guarantee.GuaranteeCommand.InvokeGuarantee;
import org.parley.domain.guarantee.GuaranteeCommand.ObjectToGuarantee;
import org.parley.domain.guarantee.GuaranteeCommand.OfferContribution;
import org.parley.domain.guarantee.GuaranteeCommand.PackageGuarantee;
import org.parley.domain.guarantee.GuaranteeCommand.ProposeGuarantee;
import org.parley.domain.guarantee.GuaranteeCommand.WithdrawContribution;
import org.parley.domain.guarantee.GuaranteeCommand.WithdrawGuarantee;
import org.parley.domain.lifecycle.LifecycleTable;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.time.Edtf;

class GuaranteeTest {

    @Test
    void hasThisLifecycle() {
        LifecycleTable.of(MatterKind.GUARANTEE, """
                        ProposeGuarantee, GuaranteeProposed: -,WITHDRAWN -> PROPOSED
                        DiscussGuarantee, GuaranteeDiscussed: PROPOSED,AGREED,IN_FORCE -> same
                        AmendGuarantee, GuaranteeAmended: PROPOSED,AGREED -> PROPOSED; IN_FORCE -> same
                        EndorseGuarantee, GuaranteeEndorsed: PROPOSED,AGREED,IN_FORCE -> same
                        ObjectToGuarantee, GuaranteeObjectedTo: PROPOSED,AGREED,IN_FORCE -> same
                        OfferContribution, ContributionOffered: PROPOSED,AGREED,IN_FORCE -> same
                        WithdrawContribution, ContributionWithdrawn: PROPOSED,AGREED,IN_FORCE -> same
                        AgreeGuarantee, GuaranteeAgreed: PROPOSED -> AGREED
                        ActivateGuarantee, GuaranteeActivated: AGREED -> IN_FORCE
                        InvokeGuarantee, GuaranteeInvoked: IN_FORCE -> same
                        WithdrawGuarantee, GuaranteeWithdrawn: PROPOSED,AGREED,IN_FORCE -> WITHDRAWN
                        PackageGuarantee, GuaranteePackaged: * -> same""").isTheRule();
        assertThat(GuaranteeForm.values())
                .extracting(Enum::name)
                .containsExactlyInAnyOrder(
                        "ARMED_FORCES",
                        "FORCE_DEPLOYMENT",
                        "BACKSTOP",
                        "ALLIANCE_MEMBERSHIP",
                        "MUTUAL_DEFENCE",
                        "POLITICAL_ASSURANCE",
                        "CONSENSUS_OF_GUARANTORS");
    }

    @Test
    void isAgreedActivatedInvokedAndWithdrawn() {
        given(proposed("2025-08-18"))
                .thenState(PROPOSED)
                .when(agreed("2025-08-20"))
                .thenState(AGREED)
                .when(on("2025-08-21", new ActivateGuarantee(null, null)))
                .thenState(IN_FORCE)
                .when(on("2025-08-22", new InvokeGuarantee(Actors.of("UKR"), "an attack")))
                .thenState(IN_FORCE)
                .when(on("2025-08-23", new WithdrawGuarantee(null, null)))
                .thenState(WITHDRAWN)
                .when(proposed("2025-08-24"))
                .thenState(PROPOSED);
    }

    @Test
    void anAmendmentRevokesTheAgreement() {
        GuaranteeDetail detail = given(proposed("2025-08-18"), agreed("2025-08-20"))
                .when(on("2025-08-21", new AmendGuarantee(null, "fewer troops", null, null)))
                .thenState(PROPOSED)
                .detail(GuaranteeDetail.class);

        assertThat(detail.agreedBetween()).isEqualTo(Parties.NONE);
        assertThat(detail.terms()).isEqualTo("fewer troops");
        assertThat(detail.trigger()).isEqualTo("a truce");
        assertThat(detail.partOf()).isEqualTo(new ShortName("paris"));
    }

    @Test
    void keepsTheLatestStatementOfEachParty() {
        Scenario story =
                given(proposed("2025-08-18"), endorsed("2025-08-19", "USA", "EU"), ruledOut("2025-08-20", "USA"));
        GuaranteeDetail detail = story.thenState(PROPOSED).detail(GuaranteeDetail.class);
        assertThat(detail.endorsedBy()).isEqualTo(parties("EU"));
        assertThat(detail.objectedToBy()).isEqualTo(parties("USA"));
        assertThat(detail.ruledOutBy()).isEqualTo(parties("USA"));

        detail = story.and(objected("2025-08-21", "USA")).detail(GuaranteeDetail.class);
        assertThat(detail.objectedToBy()).isEqualTo(parties("USA"));
        assertThat(detail.ruledOutBy()).isEqualTo(Parties.NONE);

        detail = story.and(endorsed("2025-08-22", "USA")).detail(GuaranteeDetail.class);
        assertThat(detail.endorsedBy()).isEqualTo(parties("EU", "USA"));
        assertThat(detail.objectedToBy()).isEqualTo(Parties.NONE);
    }

    @Test
    void aLateStatementIsNotTheLatest() {
        GuaranteeDetail detail = given(
                        proposed("2025-08-18"), endorsed("2025-08-22", "USA"), ruledOut("2025-08-20", "USA"))
                .detail(GuaranteeDetail.class);

        assertThat(detail.endorsedBy()).isEqualTo(parties("USA"));
        assertThat(detail.ruledOutBy()).isEqualTo(Parties.NONE);
    }

    @Test
    void listsVoicesSeparately() {
        GuaranteeDetail detail = given(
                        proposed("2025-08-18"), endorsed("2025-08-19", "VOX", "EU"), ruledOut("2025-08-20", "VOX"))
                .detail(GuaranteeDetail.class);

        assertThat(detail.endorsedBy()).isEqualTo(parties("EU"));
        assertThat(detail.objectedToBy()).isEqualTo(Parties.NONE);
        assertThat(detail.ruledOutBy()).isEqualTo(Parties.NONE);
        assertThat(detail.voices()).singleElement().satisfies(voice -> {
            assertThat(voice.party().text()).isEqualTo("VOX");
            assertThat(voice.stance()).isEqualTo("OBJECTS");
        });
    }

    @Test
    void aVoiceMayNotContributeOrAgree() {
        given(proposed("2025-08-18"))
                .when(offered("2025-08-19", "troops", "VOX"))
                .thenRefused(VoiceMayNot.class);
        given(proposed("2025-08-18"))
                .when(on("2025-08-19", new AgreeGuarantee(Actors.of("UKR", "VOX"), null, null)))
                .thenRefused(VoiceMayNot.class);
    }

    @Test
    void keepsTheOffersThatWereNotWithdrawn() {
        GuaranteeDetail detail = given(
                        proposed("2025-08-18"),
                        offered("2025-08-19", "troops", "GBR", "FRA"),
                        offered("2025-08-20", "aircraft", "FRA"))
                .when(on("2025-08-21", new WithdrawContribution(Actors.of("FRA"), "Troops", null, null)))
                .thenState(PROPOSED)
                .detail(GuaranteeDetail.class);

        assertThat(detail.contributions()).hasSize(2);
        assertThat(detail.contributions().get(0).by()).isEqualTo(parties("GBR"));
        assertThat(detail.contributions().get(0).quantity()).isEqualByComparingTo("5000");
        assertThat(detail.contributions().get(1).by()).isEqualTo(parties("FRA"));
    }

    @Test
    void recordsDiscussions() {
        GuaranteeDetail detail = given(proposed("2025-08-18"))
                .when(on("2025-08-19", new DiscussGuarantee(Actors.of("USA"), Actors.of("RUS"), "by telephone")))
                .thenState(PROPOSED)
                .detail(GuaranteeDetail.class);

        assertThat(detail.discussions()).singleElement().satisfies(talk -> {
            assertThat(talk.by()).isEqualTo(parties("USA"));
            assertThat(talk.with()).isEqualTo(parties("RUS"));
        });
    }

    @Test
    void cannotBeActivatedBeforeItIsAgreed() {
        NotPossible refusal = given(proposed("2025-08-18"), agreed("2025-08-25"))
                .when(on("2025-08-20", new ActivateGuarantee(null, null)))
                .thenRefused(NotPossible.class);

        assertThat(refusal.state()).isEqualTo("PROPOSED");
        assertThat(refusal.conflictOccurred()).hasToString("2025-08-25");
    }

    private static CommandEnvelope proposed(String date) {
        return on(
                date,
                new ProposeGuarantee(
                        Actors.of("FRA"),
                        Actors.of("UKR"),
                        Actors.of("FRA", "GBR"),
                        FORCE_DEPLOYMENT,
                        "troops",
                        "a truce",
                        new ShortName("paris"),
                        null,
                        null));
    }

    private static CommandEnvelope agreed(String date) {
        return on(date, new AgreeGuarantee(Actors.of("UKR", "FRA", "GBR"), null, null));
    }

    private static CommandEnvelope endorsed(String date, String... by) {
        return on(date, new EndorseGuarantee(Actors.of(by), null));
    }

    private static CommandEnvelope objected(String date, String... by) {
        return on(date, new ObjectToGuarantee(Actors.of(by), "too far", null));
    }

    private static CommandEnvelope ruledOut(String date, String... by) {
        return on(date, new ObjectToGuarantee(Actors.of(by), "never", true));
    }

    private static CommandEnvelope offered(String date, String means, String... by) {
        return on(date, new OfferContribution(Actors.of(by), means, new BigDecimal("5000"), null));
    }

    private static Parties parties(String... codes) {
        return Actors.of(codes).parties();
    }

    @Test
    void anyoneMayPutItInAPackageAlsoAVoice() {
        Scenario story = given(on(
                        "2025-08-15",
                        new ProposeGuarantee(
                                Actors.of("USA"),
                                Actors.of("UKR"),
                                null,
                                GuaranteeForm.BACKSTOP,
                                null,
                                null,
                                new ShortName("paris"),
                                "ten years",
                                null)))
                .when(on("2025-08-16", new PackageGuarantee(Actors.of("VOX"), new ShortName("experts"))))
                .thenState(GuaranteeStatus.PROPOSED)
                .when(on("2025-08-17", new WithdrawGuarantee(null, null)))
                .thenState(GuaranteeStatus.WITHDRAWN)
                .when(on("2025-08-18", new PackageGuarantee(Actors.of("GBR"), new ShortName("experts"))))
                .thenState(GuaranteeStatus.WITHDRAWN);

        GuaranteeDetail detail = story.detail(GuaranteeDetail.class);
        assertThat(detail.term()).isEqualTo("ten years");
        assertThat(detail.packages()).containsExactly(new ShortName("paris"), new ShortName("experts"));
        assertThat(detail.packagings()).singleElement().satisfies(packaging -> {
            assertThat(packaging.by()).isEqualTo(Actors.of("GBR").parties());
            assertThat(packaging.occurred()).isEqualTo(Edtf.parse("2025-08-18"));
        });
    }
}
