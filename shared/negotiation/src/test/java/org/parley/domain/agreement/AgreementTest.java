package org.parley.domain.agreement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.parley.domain.agreement.AgreementStatus.ABANDONED;
import static org.parley.domain.agreement.AgreementStatus.IN_FORCE;
import static org.parley.domain.agreement.AgreementStatus.IN_TALKS;
import static org.parley.domain.agreement.AgreementStatus.SIGNED;
import static org.parley.domain.agreement.AgreementStatus.TERMINATED;
import static org.parley.domain.scenario.CommandFixtures.correct;
import static org.parley.domain.scenario.CommandFixtures.id;
import static org.parley.domain.scenario.CommandFixtures.named;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.CommandFixtures.retract;
import static org.parley.domain.scenario.Scenario.given;

import java.math.BigDecimal;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.domain.agreement.AgreementCommand.AbandonAgreementTalks;
import org.parley.domain.agreement.AgreementCommand.AccedeToAgreement;
import org.parley.domain.agreement.AgreementCommand.AmendAgreement;
import org.parley.domain.agreement.AgreementCommand.BringIntoForce;
import org.parley.domain.agreement.AgreementCommand.OpenAgreementTalks;
import org.parley.domain.agreement.AgreementCommand.RatifyAgreement;
import org.parley.domain.agreement.AgreementCommand.RecordBreach;
import org.parley.domain.agreement.AgreementCommand.ReportDelivery;
import org.parley.domain.agreement.AgreementCommand.SignBilateralAgreement;
import org.parley.domain.agreement.AgreementCommand.SignMultilateralAgreement;
import org.parley.domain.agreement.AgreementCommand.TerminateAgreement;
import org.parley.domain.agreement.AgreementCommand.UndertakeCommitment;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.lifecycle.LifecycleTable;
import org.parley.domain.matter.InvalidCommandException;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.party.PartyCode;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.scenario.Scenario.Outcome;
import org.parley.domain.state.EntrySentence;
import org.parley.domain.time.Edtf;

class AgreementTest {

    @Test
    void hasThisLifecycle() {
        LifecycleTable.of(MatterKind.AGREEMENT, """
                        OpenAgreementTalks, AgreementTalksOpened: -,AGREED,ABANDONED,REFUSED,EXPIRED,TERMINATED -> IN_TALKS
                        TableDraft, DraftTabled: -,IN_TALKS,AGREED,ABANDONED,REFUSED -> IN_TALKS
                        RejectDraft, DraftRejected: IN_TALKS,AGREED -> same
                        AgreePoint, PointAgreed: -,IN_TALKS,ABANDONED,REFUSED -> IN_TALKS
                        AgreeText, TextAgreed: -,IN_TALKS,AGREED,ABANDONED,REFUSED -> AGREED
                        SignBilateralAgreement, BilateralAgreementSigned: -,IN_TALKS,AGREED,ABANDONED,REFUSED -> SIGNED
                        SignMultilateralAgreement, MultilateralAgreementSigned: -,IN_TALKS,AGREED,ABANDONED,REFUSED -> SIGNED
                        IssueDeclaration, DeclarationIssued: -,IN_TALKS,AGREED,ABANDONED,REFUSED -> IN_FORCE
                        AccedeToAgreement, AgreementAccededTo: AGREED,SIGNED,IN_FORCE -> same !
                        EnterReservation, ReservationEntered: AGREED,SIGNED,IN_FORCE -> same !
                        RatifyAgreement, AgreementRatified: AGREED,SIGNED,IN_FORCE -> same !; REFUSED -> SIGNED?/AGREED? !
                        RefuseRatification, RatificationRefused: AGREED,SIGNED -> REFUSED !; REFUSED -> same !
                        ApplyProvisionally, AgreementProvisionallyApplied: AGREED,SIGNED -> same
                        BringIntoForce, AgreementEnteredIntoForce: AGREED,SIGNED -> IN_FORCE
                        ExtendAgreement, AgreementExtended: AGREED,SIGNED,IN_FORCE -> same
                        AmendAgreement, AgreementAmended: AGREED,SIGNED,IN_FORCE -> same
                        GiveNotice, NoticeGiven: AGREED,SIGNED,IN_FORCE -> same
                        SetDeadline, DeadlineSet: IN_TALKS,AGREED -> same
                        LeaveAgreement, AgreementLeft: AGREED,SIGNED,IN_FORCE -> TERMINATED? !
                        SuspendParticipation, ParticipationSuspended: AGREED,SIGNED,IN_FORCE -> same !
                        ResumeParticipation, ParticipationResumed: AGREED,SIGNED,IN_FORCE -> same !
                        UndertakeCommitment, CommitmentUndertaken: AGREED,SIGNED,IN_FORCE -> same !
                        ReportDelivery, CommitmentDelivered: AGREED,SIGNED,IN_FORCE,EXPIRED,TERMINATED -> same !
                        VerifyCommitment, CommitmentVerified: AGREED,SIGNED,IN_FORCE,EXPIRED,TERMINATED -> same !
                        SuspendCommitment, CommitmentSuspended: AGREED,SIGNED,IN_FORCE -> same !
                        ResumeCommitment, CommitmentResumed: AGREED,SIGNED,IN_FORCE -> same !
                        RecordBreach, AgreementBreached: AGREED,SIGNED,IN_FORCE,EXPIRED,TERMINATED -> same !
                        LetAgreementExpire, AgreementExpired: AGREED,SIGNED,IN_FORCE -> EXPIRED
                        TerminateAgreement, AgreementTerminated: AGREED,SIGNED,IN_FORCE -> TERMINATED
                        AbandonAgreementTalks, AgreementTalksAbandoned: -,IN_TALKS,AGREED -> ABANDONED""").isTheRule();
        assertThat(LegalNature.values())
                .extracting(Enum::name)
                .containsExactlyInAnyOrder(
                        "TREATY",
                        "EXECUTIVE_AGREEMENT",
                        "POLITICAL_DECLARATION",
                        "MEMORANDUM",
                        "UNILATERAL_DECLARATION",
                        "UNKNOWN");
    }

    @Test
    void goesFromTalksToItsTermination() {
        AgreementDetail detail = given(talks("2024-01-10"))
                .thenState(IN_TALKS)
                .when(signedByTwo("2024-01-12"))
                .thenState(SIGNED)
                .when(on("2024-02-01", new RatifyAgreement(Actors.of("GBR"), null, null)))
                .thenState(SIGNED)
                .when(on("2024-03", new BringIntoForce(null, null)))
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
        assertThat(detail.ratifiedBy()).containsExactly(new RatificationVote(new PartyCode("GBR"), null, null));
        assertThat(detail.inForceSince()).isEqualTo(Edtf.parse("2024-03"));
        assertThat(detail.amendments()).isEqualTo(1);
        assertThat(detail.reason()).isEqualTo("void");
    }

    @Test
    void bilateralNeedsExactlyTwoParties() {
        for (Actors between :
                new Actors[] {Actors.of("UKR"), Actors.of("UKR", "UKR"), Actors.of("UKR", "GBR", "FRA")}) {
            assertThatThrownBy(() -> new SignBilateralAgreement(between, null, null, null, null, null, null, null))
                    .isInstanceOfSatisfying(InvalidCommandException.class, invalid -> assertThat(invalid.pointer())
                            .isEqualTo("/between"))
                    .hasMessageContaining("exactly two");
        }
    }

    @Test
    void multilateralNeedsThreeOrMoreParties() {
        for (Actors between : new Actors[] {Actors.of("UKR", "GBR"), Actors.of("UKR", "GBR", "UKR")}) {
            assertThatThrownBy(() ->
                            new SignMultilateralAgreement(between, null, null, null, null, null, null, null, null))
                    .isInstanceOf(InvalidCommandException.class)
                    .hasMessageContaining("three or more");
        }
        Actors three = Actors.of("UKR", "RUS", "GBR");
        Scenario budapest = given(on(
                "1994-12-05",
                new SignMultilateralAgreement(three, null, null, null, "Budapest", null, null, null, null)));
        assertThat(budapest.detail(AgreementDetail.class).complete()).isTrue();
        Scenario known = given(on(
                "1994-12-05",
                new SignMultilateralAgreement(three, false, null, null, "Budapest", null, null, null, null)));
        assertThat(known.detail(AgreementDetail.class).complete()).isFalse();
        assertThat(known.detail(AgreementDetail.class).form()).isEqualTo(AgreementForm.MULTILATERAL);
    }

    @Test
    void canBeAccededToLater() {
        AgreementDetail detail = given(signedByTwo("2024-01-12"))
                .when(on("2024-02", new AccedeToAgreement(Actors.of("FRA"))))
                .thenState(SIGNED)
                .detail(AgreementDetail.class);

        assertThat(detail.between()).isEqualTo(parties("UKR", "GBR", "FRA"));
        assertThat(detail.accededBy()).isEqualTo(parties("FRA"));
    }

    @Test
    void recordsWhoBreachedItAndWhoAllegesIt() {
        AgreementDetail detail = given(signedByTwo("2024-01-12"))
                .when(on("2024-02", new RecordBreach(Actors.of("GBR"), Actors.of("UKR"), "no shells", null)))
                .thenState(SIGNED)
                .and(on("2024-01-20", new RecordBreach(Actors.of("UKR"), null, "late report", null)))
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
                                        guns,
                                        Actors.of("GBR"),
                                        null,
                                        "guns",
                                        twenty,
                                        "pieces",
                                        Edtf.parse("2030"),
                                        null,
                                        null)))
                .when(on("2024-03-01", new ReportDelivery(guns, null, BigDecimal.ONE, "pieces")))
                .thenState(SIGNED)
                .and(on("2024-02-20", new ReportDelivery(guns, null, BigDecimal.TWO, "pieces")))
                .detail(AgreementDetail.class);

        assertThat(detail.commitments()).singleElement().satisfies(commitment -> {
            assertThat(commitment.what()).isEqualTo("guns");
            assertThat(commitment.due()).isEqualTo(Edtf.parse("2030"));
            assertThat(commitment.deliveries())
                    .extracting(Commitment.Delivery::quantity)
                    .containsExactly(BigDecimal.TWO, BigDecimal.ONE);
            assertThat(commitment.delivered()).isEqualTo("3");
        });
    }

    @Test
    void aDeliveryNeedsACommitment() {
        Scenario story = given(signedByTwo("2024-01-12"));

        NotPossible none =
                story.when(delivered("2024-03-01", "guns", 5, "pieces")).thenRefused(NotPossible.class);
        assertThat(none.text()).contains("no commitment guns was undertaken", "UndertakeCommitment");

        story.and(promised("2024-02-01", "shells", 100, "rounds"), promised("2024-02-02", "tanks", null, null));
        NotPossible other =
                story.when(delivered("2024-03-01", "guns", 5, "pieces")).thenRefused(NotPossible.class);
        assertThat(other.text()).contains("no commitment guns was undertaken", "those that were: shells, tanks");
        assertThat(other.state()).isEqualTo("SIGNED");
    }

    @Test
    void aDeliveryMustFollowItsCommitment() {
        Scenario story =
                given(signedByTwo("2024-01-12"), named("promise", promised("2024-02-10", "guns", 20, "pieces")));

        NotPossible early =
                story.when(delivered("2024-02", "guns", 5, "pieces")).thenRefused(NotPossible.class);
        assertThat(early.narrowed()).isEqualTo(Edtf.parse("2024-02-10/2024-02-29"));
        assertThat(early.conflictsWith()).isEqualTo(id("promise"));

        story.and(named("delivery", delivered("2024-03-01", "guns", 5, "pieces")));
        NotPossible retracted = story.when(retract("promise")).thenRefused(NotPossible.class);
        assertThat(retracted.conflictsWith()).isEqualTo(id("delivery"));
        NotPossible corrected = story.when(correct("promise", promised("2024-02-10", "tanks", 20, "pieces")))
                .thenRefused(NotPossible.class);
        assertThat(corrected.conflictsWith()).isEqualTo(id("delivery"));
        story.when(correct("promise", promised("2024-02-10", "guns", 20, "tonnes")))
                .thenRefused(NotPossible.class);
        story.when(correct("delivery", delivered("2024-02-01", "guns", 5, "pieces")))
                .thenRefused(NotPossible.class);
        story.when(retract("delivery")).thenRecorded().when(retract("promise")).thenRecorded();
    }

    @Test
    void aCommitmentCannotBeUndertakenTwice() {
        Scenario story =
                given(signedByTwo("2024-01-12"), named("promise", promised("2024-02-10", "guns", 20, "pieces")));

        assertThat(story.when(promised("2024-03-01", "guns", 30, "pieces"))
                        .thenRefused(NotPossible.class)
                        .text())
                .contains("guns was undertaken already");
        assertThat(story.when(promised("2024-02-01", "guns", 30, "pieces"))
                        .thenRefused(NotPossible.class)
                        .conflictsWith())
                .isEqualTo(id("promise"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            20 | pieces | pieces | -
            20 | pieces | Pieces | -
            20 | pieces | -      | -
            20 | pieces | tonnes | counted in pieces, not in tonnes
            -  | pieces | tonnes | counted in pieces, not in tonnes
            20 | -      | -      | -
            20 | -      | tonnes | counted without a unit, not in tonnes
            -  | -      | tonnes | -
            -  | -      | -      | -
            """)
    void aDeliveryMustBeInTheUnitOfItsCommitment(
            @Nullable Integer promised,
            @Nullable String unit,
            @Nullable String deliveredIn,
            @Nullable String objection) {
        Outcome outcome = given(signedByTwo("2024-01-12"), promised("2024-02-01", "guns", promised, unit))
                .when(delivered("2024-03-01", "guns", 5, deliveredIn));

        if (objection != null) {
            assertThat(outcome.thenRefused(NotPossible.class).text()).contains(objection);
        } else {
            Commitment guns = outcome.thenRecorded()
                    .detail(AgreementDetail.class)
                    .commitments()
                    .getFirst();
            assertThat(guns.delivered()).isEqualTo("5");
            assertThat(guns.unit()).isEqualTo(unit);
        }
    }

    /** If the commitment has no quantity, the first delivery determines the unit. */
    @Test
    void deliveriesWithoutAPromisedQuantityAreAddedInOneUnit() {
        Scenario story = given(
                signedByTwo("2024-01-12"),
                promised("2024-02-01", "shells", null, null),
                delivered("2024-03-01", "shells", 500, "rounds"));

        story.when(delivered("2024-03-02", "shells", 2, "tonnes")).thenRefused(NotPossible.class);
        Commitment shells = story.and(
                        delivered("2024-03-03", "shells", null, null), delivered("2024-03-04", "shells", 250, null))
                .detail(AgreementDetail.class)
                .commitments()
                .getFirst();

        assertThat(shells.delivered()).isEqualTo("750");
        assertThat(shells.deliveredUnit()).isEqualTo("rounds");
        assertThat(shells.deliveriesCount()).isEqualTo(3);
        assertThat(said(story))
                .endsWith("250 rounds were delivered on the commitment “what is needed” under the treaty “alaska”.");
    }

    @Test
    void sentencesCompareDeliveriesWithTheCommitment() {
        Scenario story = given(signedByTwo("2024-01-12"), promised("2024-02-01", "release", 1_000, "people"));

        story.and(delivered("2024-03-01", "release", 307, "people"));
        assertThat(said(story))
                .isEqualTo(
                        "On 1 March 2024, 307 people were delivered on the commitment “what is needed” under the treaty"
                                + " “alaska”: 307 of 1,000 so far, part of what was promised.");
        story.and(delivered("2024-03-03", "release", 693, null));
        assertThat(said(story)).endsWith(": 1,000 of 1,000 so far, all that was promised.");
        story.and(delivered("2024-03-02", "release", 1, "people"));
        assertThat(said(story))
                .endsWith(
                        "1 person was delivered on the commitment “what is needed” under the treaty “alaska”: 308 of 1,000"
                                + " so far, part of what was promised.");
        story.and(delivered("2024-03-04", "release", null, null));
        assertThat(said(story))
                .endsWith("a delivery on the commitment “what is needed” under the treaty “alaska” was reported.");
        assertThat(said(story, 4)).endsWith("1,001 of 1,000 so far, more than promised.");
    }

    /** A commitment in people is not kept in tonnes, and ten times the quantity is not a part. */
    @Test
    void aDeliveryMayExceedTheCommitment() {
        Scenario story = given(signedByTwo("2024-05-16"), promised("2024-05-16", "release", 1_000, "people"));

        story.when(delivered("2024-05-24", "release", 307, "tonnes")).thenRefused(NotPossible.class);
        story.when(delivered("2024-05-25", "release", 3_030, "people")).thenRecorded();

        assertThat(said(story)).endsWith("3,030 of 1,000 so far, more than promised.");
        assertThat(story.detail(AgreementDetail.class).commitments())
                .singleElement()
                .satisfies(release -> assertThat(release.delivered()).isEqualTo("3030"));
    }

    /** Earlier rules accepted deliveries without a commitment and in any unit. */
    @Test
    void developmentsOfEarlierRulesAreDisregarded() {
        Scenario story = given(signedByTwo("2024-01-12"))
                .givenUnderEarlierRules(
                        named("of nothing", delivered("2024-02-01", "guns", 5, "pieces")),
                        named("promise", promised("2024-02-02", "guns", 20, "pieces")),
                        named("in tonnes", delivered("2024-02-03", "guns", 7, "tonnes")),
                        named("again", promised("2024-02-04", "guns", 40, "tonnes")),
                        delivered("2024-02-05", "guns", 3, "pieces"));

        assertThat(Stream.of("of nothing", "in tonnes", "again"))
                .allSatisfy(entry ->
                        assertThat(story.history().isDisregarded(id(entry))).isTrue());
        assertThat(said(story, 4)).endsWith("7 tonnes were delivered on a commitment under the agreement “alaska”.");
        Commitment guns = story.when(delivered("2024-02-06", "guns", 17, null))
                .thenRecorded()
                .detail(AgreementDetail.class)
                .commitments()
                .getFirst();
        assertThat(guns.quantity()).isEqualTo("20");
        assertThat(guns.delivered()).isEqualTo("20");
        story.when(promised("2024-03-01", "shells", 1, null)).thenRecorded();
        story.when(correct("in tonnes", delivered("2024-02-03", "guns", 7, "pieces")))
                .thenRecorded();
        assertThat(said(story)).isNotBlank();
    }

    private static CommandEnvelope promised(
            String date, String name, @Nullable Integer quantity, @Nullable String unit) {
        return on(
                date,
                new UndertakeCommitment(
                        new ShortName(name),
                        Actors.of("GBR"),
                        null,
                        "what is needed",
                        number(quantity),
                        unit,
                        null,
                        null,
                        null));
    }

    private static CommandEnvelope delivered(
            String date, String name, @Nullable Integer quantity, @Nullable String unit) {
        return on(date, new ReportDelivery(new ShortName(name), null, number(quantity), unit));
    }

    private static @Nullable BigDecimal number(@Nullable Integer quantity) {
        return quantity == null ? null : BigDecimal.valueOf(quantity);
    }

    /** The sentence of the last entry. */
    private static String said(Scenario story) {
        return said(story, story.ledger().trail().size());
    }

    private static String said(Scenario story, int position) {
        return EntrySentence.of(story.ledger().history(), story.ledger().trail().get(position - 1));
    }

    @Test
    void abandonedTalksMayBeginAMatterAndBeReopened() {
        given().when(on(
                        "2022-05",
                        new AbandonAgreementTalks(Actors.of("RUS", "UKR"), null, "no trust", null, null, null)))
                .thenState(ABANDONED)
                .when(talks("2024-01-10"))
                .thenState(IN_TALKS)
                .when(on("2024-01-11", new AbandonAgreementTalks(null, Actors.of("UKR"), null, null, null, null)))
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

    private static CommandEnvelope talks(String date) {
        return on(date, new OpenAgreementTalks(Actors.of("UKR", "GBR"), "security", null, null, null));
    }

    private static CommandEnvelope signedByTwo(String date) {
        return on(
                date,
                new SignBilateralAgreement(
                        Actors.of("UKR", "GBR"), null, LegalNature.TREATY, "Kyiv", null, null, null, null));
    }

    private static Parties parties(String... codes) {
        return Actors.of(codes).parties();
    }
}
