package org.parley.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.agreement.AgreementStatus.ABANDONED;
import static org.parley.agreement.AgreementStatus.IN_FORCE;
import static org.parley.agreement.AgreementStatus.IN_TALKS;
import static org.parley.agreement.AgreementStatus.SIGNED;
import static org.parley.agreement.AgreementStatus.TERMINATED;
import static org.parley.history.Story.given;
import static org.parley.history.Telling.on;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.parley.agreement.AgreementCommand.AbandonAgreementTalks;
import org.parley.agreement.AgreementCommand.AccedeToAgreement;
import org.parley.agreement.AgreementCommand.AmendAgreement;
import org.parley.agreement.AgreementCommand.BringIntoForce;
import org.parley.agreement.AgreementCommand.OpenAgreementTalks;
import org.parley.agreement.AgreementCommand.RatifyAgreement;
import org.parley.agreement.AgreementCommand.RecordBreach;
import org.parley.agreement.AgreementCommand.ReportDelivery;
import org.parley.agreement.AgreementCommand.SignBilateralAgreement;
import org.parley.agreement.AgreementCommand.SignMultilateralAgreement;
import org.parley.agreement.AgreementCommand.TerminateAgreement;
import org.parley.agreement.AgreementCommand.UndertakeCommitment;
import org.parley.history.LogDevelopment;
import org.parley.history.Refusal.NotPossible;
import org.parley.history.Story;
import org.parley.matter.InvalidCommand;
import org.parley.matter.Kind;
import org.parley.matter.LifecycleTable;
import org.parley.matter.ShortName;
import org.parley.party.Actors;
import org.parley.party.Parties;
import org.parley.time.Edtf;

class AgreementTest {

    @Test
    void hasTheLifecycleOfTheDomainPage() {
        LifecycleTable.of(Kind.AGREEMENT, """
                        OpenAgreementTalks, AgreementTalksOpened: -,ABANDONED -> IN_TALKS
                        SignBilateralAgreement, BilateralAgreementSigned: -,IN_TALKS,ABANDONED -> SIGNED
                        SignMultilateralAgreement, MultilateralAgreementSigned: -,IN_TALKS,ABANDONED -> SIGNED
                        AccedeToAgreement, AgreementAccededTo: SIGNED,IN_FORCE -> same
                        RatifyAgreement, AgreementRatified: SIGNED,IN_FORCE -> same
                        BringIntoForce, AgreementEnteredIntoForce: SIGNED -> IN_FORCE
                        AmendAgreement, AgreementAmended: SIGNED,IN_FORCE -> same
                        UndertakeCommitment, CommitmentUndertaken: SIGNED,IN_FORCE -> same
                        ReportDelivery, CommitmentDelivered: SIGNED,IN_FORCE -> same
                        RecordBreach, AgreementBreached: SIGNED,IN_FORCE -> same
                        TerminateAgreement, AgreementTerminated: SIGNED,IN_FORCE -> TERMINATED
                        AbandonAgreementTalks, AgreementTalksAbandoned: -,IN_TALKS -> ABANDONED""").isTheRule();
        assertThat(LegalNature.values())
                .extracting(Enum::name)
                .containsExactlyInAnyOrder(
                        "TREATY", "EXECUTIVE_AGREEMENT", "POLITICAL_DECLARATION", "MEMORANDUM", "UNKNOWN");
    }

    @Test
    void goesFromTalksToItsTermination() {
        AgreementDetail detail = given(talks("2024-01-10"))
                .thenState(IN_TALKS)
                .when(signedByTwo("2024-01-12"))
                .thenState(SIGNED)
                .when(on("2024-02-01", new RatifyAgreement(Actors.of("GBR"))))
                .thenState(SIGNED)
                .when(on("2024-03", new BringIntoForce(null)))
                .thenState(IN_FORCE)
                .when(on("2025-01-16", new AmendAgreement("a hundred years")))
                .thenState(IN_FORCE)
                .when(on("2025-08-01", new TerminateAgreement(null, "void")))
                .thenState(TERMINATED)
                .detail(AgreementDetail.class);

        assertThat(detail.form()).isEqualTo(AgreementForm.BILATERAL);
        assertThat(detail.between()).isEqualTo(parties("UKR", "GBR"));
        assertThat(detail.complete()).isTrue();
        assertThat(detail.subject()).isEqualTo("security");
        assertThat(detail.signed()).isEqualTo(Edtf.parse("2024-01-12"));
        assertThat(detail.ratifiedBy()).isEqualTo(parties("GBR"));
        assertThat(detail.inForceSince()).isEqualTo(Edtf.parse("2024-03"));
        assertThat(detail.amendments()).isEqualTo(1);
        assertThat(detail.reason()).isEqualTo("void");
    }

    @Test
    void isBilateralBetweenExactlyTwo() {
        for (Actors between :
                new Actors[] {Actors.of("UKR"), Actors.of("UKR", "UKR"), Actors.of("UKR", "GBR", "FRA")}) {
            assertThatThrownBy(() -> new SignBilateralAgreement(between, null, null, null))
                    .isInstanceOfSatisfying(InvalidCommand.class, invalid -> assertThat(invalid.pointer())
                            .isEqualTo("/between"))
                    .hasMessageContaining("exactly two");
        }
    }

    @Test
    void isMultilateralBetweenThreeOrMoreOfWhomSomeMayBeUnknown() {
        for (Actors between : new Actors[] {Actors.of("UKR", "GBR"), Actors.of("UKR", "GBR", "UKR")}) {
            assertThatThrownBy(() -> new SignMultilateralAgreement(between, null, null, null, null))
                    .isInstanceOf(InvalidCommand.class)
                    .hasMessageContaining("three or more");
        }
        Actors three = Actors.of("UKR", "RUS", "GBR");
        Story budapest = given(on("1994-12-05", new SignMultilateralAgreement(three, null, null, null, "Budapest")));
        assertThat(budapest.detail(AgreementDetail.class).complete()).isTrue();
        Story known = given(on("1994-12-05", new SignMultilateralAgreement(three, false, null, null, "Budapest")));
        assertThat(known.detail(AgreementDetail.class).complete()).isFalse();
        assertThat(known.detail(AgreementDetail.class).form()).isEqualTo(AgreementForm.MULTILATERAL);
    }

    @Test
    void isJoinedLater() {
        AgreementDetail detail = given(signedByTwo("2024-01-12"))
                .when(on("2024-02", new AccedeToAgreement(Actors.of("FRA"))))
                .thenState(SIGNED)
                .detail(AgreementDetail.class);

        assertThat(detail.between()).isEqualTo(parties("UKR", "GBR", "FRA"));
        assertThat(detail.accededBy()).isEqualTo(parties("FRA"));
    }

    @Test
    void remembersWhoBrokeItAndWhoSaysSo() {
        AgreementDetail detail = given(signedByTwo("2024-01-12"))
                .when(on("2024-02", new RecordBreach(Actors.of("GBR"), Actors.of("UKR"), "no shells")))
                .thenState(SIGNED)
                .and(on("2024-01-20", new RecordBreach(Actors.of("UKR"), null, "late report")))
                .detail(AgreementDetail.class);

        assertThat(detail.breaches()).extracting(Breach::how).containsExactly("late report", "no shells");
        assertThat(detail.breaches().get(1).by()).isEqualTo(parties("GBR"));
        assertThat(detail.breaches().get(1).allegedBy()).isEqualTo(parties("UKR"));
        assertThat(detail.breaches().get(0).allegedBy()).isEqualTo(Parties.NONE);
    }

    @Test
    void countsDeliveriesAgainstItsCommitments() {
        ShortName guns = new ShortName("guns");
        BigDecimal twenty = new BigDecimal("20");
        AgreementDetail detail = given(
                        signedByTwo("2024-01-12"),
                        on(
                                "2024-02-01",
                                new UndertakeCommitment(
                                        guns, Actors.of("GBR"), "guns", twenty, "pieces", Edtf.parse("2030"))))
                .when(on("2024-03-01", new ReportDelivery(guns, BigDecimal.ONE, "pieces")))
                .thenState(SIGNED)
                .and(on("2024-01-20", new ReportDelivery(guns, BigDecimal.TWO, "pieces")))
                .detail(AgreementDetail.class);

        assertThat(detail.commitments()).singleElement().satisfies(commitment -> {
            assertThat(commitment.what()).isEqualTo("guns");
            assertThat(commitment.due()).isEqualTo(Edtf.parse("2030"));
            assertThat(commitment.deliveries())
                    .extracting(Commitment.Delivery::quantity)
                    .containsExactly(BigDecimal.TWO, BigDecimal.ONE);
        });
    }

    @Test
    void talksMayBeAbandonedOutOfNothingAndTakenUpAgain() {
        given().when(on("2022-05", new AbandonAgreementTalks(Actors.of("RUS", "UKR"), null, "no trust")))
                .thenState(ABANDONED)
                .when(talks("2024-01-10"))
                .thenState(IN_TALKS)
                .when(on("2024-01-11", new AbandonAgreementTalks(null, Actors.of("UKR"), null)))
                .thenState(ABANDONED)
                .when(signedByTwo("2024-01-12"))
                .thenState(SIGNED);
    }

    @Test
    void cannotBeSignedTwice() {
        NotPossible refusal =
                given(signedByTwo("2024-01-12")).when(signedByTwo("2024-01-13")).thenRefused(NotPossible.class);

        assertThat(refusal.state()).isEqualTo("SIGNED");
        assertThat(refusal.allowed()).contains("RatifyAgreement").doesNotContain("SignBilateralAgreement");
    }

    private static LogDevelopment talks(String date) {
        return on(date, new OpenAgreementTalks(Actors.of("UKR", "GBR"), "security"));
    }

    private static LogDevelopment signedByTwo(String date) {
        return on(date, new SignBilateralAgreement(Actors.of("UKR", "GBR"), null, LegalNature.TREATY, "Kyiv"));
    }

    private static Parties parties(String... codes) {
        return Actors.of(codes).parties();
    }
}
