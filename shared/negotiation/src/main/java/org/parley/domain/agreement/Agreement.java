package org.parley.domain.agreement;

import static org.parley.domain.agreement.AgreementStatus.ABANDONED;
import static org.parley.domain.agreement.AgreementStatus.AGREED;
import static org.parley.domain.agreement.AgreementStatus.EXPIRED;
import static org.parley.domain.agreement.AgreementStatus.IN_FORCE;
import static org.parley.domain.agreement.AgreementStatus.IN_TALKS;
import static org.parley.domain.agreement.AgreementStatus.REFUSED;
import static org.parley.domain.agreement.AgreementStatus.SIGNED;
import static org.parley.domain.agreement.AgreementStatus.TERMINATED;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.agreement.AgreementCommand.AbandonAgreementTalks;
import org.parley.domain.agreement.AgreementCommand.AccedeToAgreement;
import org.parley.domain.agreement.AgreementCommand.AgreePoint;
import org.parley.domain.agreement.AgreementCommand.AgreeText;
import org.parley.domain.agreement.AgreementCommand.AmendAgreement;
import org.parley.domain.agreement.AgreementCommand.ApplyProvisionally;
import org.parley.domain.agreement.AgreementCommand.BringIntoForce;
import org.parley.domain.agreement.AgreementCommand.EnterReservation;
import org.parley.domain.agreement.AgreementCommand.ExtendAgreement;
import org.parley.domain.agreement.AgreementCommand.GiveNotice;
import org.parley.domain.agreement.AgreementCommand.IssueDeclaration;
import org.parley.domain.agreement.AgreementCommand.LeaveAgreement;
import org.parley.domain.agreement.AgreementCommand.LetAgreementExpire;
import org.parley.domain.agreement.AgreementCommand.OpenAgreementTalks;
import org.parley.domain.agreement.AgreementCommand.RatifyAgreement;
import org.parley.domain.agreement.AgreementCommand.RecordBreach;
import org.parley.domain.agreement.AgreementCommand.RefuseRatification;
import org.parley.domain.agreement.AgreementCommand.RejectDraft;
import org.parley.domain.agreement.AgreementCommand.ReportDelivery;
import org.parley.domain.agreement.AgreementCommand.ResumeCommitment;
import org.parley.domain.agreement.AgreementCommand.ResumeParticipation;
import org.parley.domain.agreement.AgreementCommand.SetDeadline;
import org.parley.domain.agreement.AgreementCommand.SignBilateralAgreement;
import org.parley.domain.agreement.AgreementCommand.SignMultilateralAgreement;
import org.parley.domain.agreement.AgreementCommand.SuspendCommitment;
import org.parley.domain.agreement.AgreementCommand.SuspendParticipation;
import org.parley.domain.agreement.AgreementCommand.TableDraft;
import org.parley.domain.agreement.AgreementCommand.TerminateAgreement;
import org.parley.domain.agreement.AgreementCommand.UndertakeCommitment;
import org.parley.domain.agreement.AgreementCommand.VerifyCommitment;
import org.parley.domain.agreement.AgreementDetail.Notice;
import org.parley.domain.agreement.AgreementDetail.Reservation;
import org.parley.domain.agreement.AgreementEvent.AgreementAccededTo;
import org.parley.domain.agreement.AgreementEvent.AgreementAmended;
import org.parley.domain.agreement.AgreementEvent.AgreementBreached;
import org.parley.domain.agreement.AgreementEvent.AgreementEnteredIntoForce;
import org.parley.domain.agreement.AgreementEvent.AgreementExpired;
import org.parley.domain.agreement.AgreementEvent.AgreementExtended;
import org.parley.domain.agreement.AgreementEvent.AgreementLeft;
import org.parley.domain.agreement.AgreementEvent.AgreementProvisionallyApplied;
import org.parley.domain.agreement.AgreementEvent.AgreementRatified;
import org.parley.domain.agreement.AgreementEvent.AgreementTalksAbandoned;
import org.parley.domain.agreement.AgreementEvent.AgreementTalksOpened;
import org.parley.domain.agreement.AgreementEvent.AgreementTerminated;
import org.parley.domain.agreement.AgreementEvent.BilateralAgreementSigned;
import org.parley.domain.agreement.AgreementEvent.CommitmentDelivered;
import org.parley.domain.agreement.AgreementEvent.CommitmentResumed;
import org.parley.domain.agreement.AgreementEvent.CommitmentSuspended;
import org.parley.domain.agreement.AgreementEvent.CommitmentUndertaken;
import org.parley.domain.agreement.AgreementEvent.CommitmentVerified;
import org.parley.domain.agreement.AgreementEvent.DeadlineSet;
import org.parley.domain.agreement.AgreementEvent.DeclarationIssued;
import org.parley.domain.agreement.AgreementEvent.DraftRejected;
import org.parley.domain.agreement.AgreementEvent.DraftTabled;
import org.parley.domain.agreement.AgreementEvent.MultilateralAgreementSigned;
import org.parley.domain.agreement.AgreementEvent.NoticeGiven;
import org.parley.domain.agreement.AgreementEvent.ParticipationResumed;
import org.parley.domain.agreement.AgreementEvent.ParticipationSuspended;
import org.parley.domain.agreement.AgreementEvent.PointAgreed;
import org.parley.domain.agreement.AgreementEvent.RatificationRefused;
import org.parley.domain.agreement.AgreementEvent.ReservationEntered;
import org.parley.domain.agreement.AgreementEvent.TextAgreed;
import org.parley.domain.agreement.Commitment.Delivery;
import org.parley.domain.agreement.Commitment.Verification;
import org.parley.domain.lifecycle.Lifecycle;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;

/** The definition of the kind agreement. */
public final class Agreement {
    static final Lifecycle<AgreementStatus, AgreementDetail> LIFECYCLE = Lifecycle.of(
                    AgreementStatus.class, AgreementDetail.class)
            .on(
                    OpenAgreementTalks.class,
                    AgreementTalksOpened.class,
                    c -> new AgreementTalksOpened(c.between(), c.subject(), c.via(), c.witnessedBy(), c.partOf()))
            .fromNothing()
            .from(AGREED, ABANDONED, REFUSED, EXPIRED, TERMINATED)
            .to(IN_TALKS)
            .on(
                    TableDraft.class,
                    DraftTabled.class,
                    c -> new DraftTabled(
                            c.by(),
                            c.version(),
                            c.summary(),
                            c.leaked() != null && c.leaked(),
                            c.via(),
                            c.witnessedBy(),
                            c.partOf()))
            .fromNothing()
            .from(IN_TALKS, AGREED, ABANDONED, REFUSED)
            .to(IN_TALKS)
            .on(RejectDraft.class, DraftRejected.class, c -> new DraftRejected(c.by(), c.version(), c.reason()))
            .from(IN_TALKS, AGREED)
            .stays()
            .on(
                    AgreePoint.class,
                    PointAgreed.class,
                    c -> new PointAgreed(c.point(), c.between(), c.summary(), c.via(), c.witnessedBy(), c.partOf()))
            .fromNothing()
            .from(IN_TALKS, ABANDONED, REFUSED)
            .to(IN_TALKS)
            .on(
                    AgreeText.class,
                    TextAgreed.class,
                    c -> new TextAgreed(
                            c.between(),
                            c.complete() == null || c.complete(),
                            c.subject(),
                            c.legalNature(),
                            c.place(),
                            c.via(),
                            c.witnessedBy(),
                            c.until(),
                            c.partOf()))
            .fromNothing()
            .from(IN_TALKS, AGREED, ABANDONED, REFUSED)
            .to(AGREED)
            .on(
                    SignBilateralAgreement.class,
                    BilateralAgreementSigned.class,
                    c -> new BilateralAgreementSigned(
                            c.between(),
                            c.subject(),
                            c.legalNature(),
                            c.place(),
                            c.via(),
                            c.witnessedBy(),
                            c.until(),
                            c.partOf()))
            .fromNothing()
            .from(IN_TALKS, AGREED, ABANDONED, REFUSED)
            .to(SIGNED)
            .on(
                    SignMultilateralAgreement.class,
                    MultilateralAgreementSigned.class,
                    c -> new MultilateralAgreementSigned(
                            c.between(),
                            c.complete() == null || c.complete(),
                            c.subject(),
                            c.legalNature(),
                            c.place(),
                            c.via(),
                            c.witnessedBy(),
                            c.until(),
                            c.partOf()))
            .fromNothing()
            .from(IN_TALKS, AGREED, ABANDONED, REFUSED)
            .to(SIGNED)
            .on(
                    IssueDeclaration.class,
                    DeclarationIssued.class,
                    c -> new DeclarationIssued(
                            c.by(),
                            c.to(),
                            c.complete() == null || c.complete(),
                            c.subject(),
                            c.legalNature(),
                            c.place(),
                            c.via(),
                            c.witnessedBy(),
                            c.until(),
                            c.partOf()))
            .fromNothing()
            .from(IN_TALKS, AGREED, ABANDONED, REFUSED)
            .to(IN_FORCE)
            .on(AccedeToAgreement.class, AgreementAccededTo.class, c -> new AgreementAccededTo(c.by()))
            .from(AGREED, SIGNED, IN_FORCE)
            .stays()
            .guarded(PartyRules.BY_ANOTHER, PartyRules::isByOthers)
            .on(EnterReservation.class, ReservationEntered.class, c -> new ReservationEntered(c.by(), c.text()))
            .from(AGREED, SIGNED, IN_FORCE)
            .stays()
            .guarded(PartyRules.BY_A_PARTY, PartyRules::isByParties)
            .on(
                    RatifyAgreement.class,
                    AgreementRatified.class,
                    c -> new AgreementRatified(c.by(), c.body(), c.vote(), null))
            .from(AGREED, SIGNED, IN_FORCE)
            .stays()
            .guarded(PartyRules.BY_A_PARTY_OR_ITS_BODY, PartyRules::isByParties)
            .from(REFUSED)
            .to(SIGNED, "nobody's last word is a refusal, and it was signed", AgreementDetail::isSignedAndNotRefused)
            .orTo(AGREED, "nobody's last word is a refusal, and it was not signed", AgreementDetail::isNotRefused)
            .guarded(PartyRules.BY_A_PARTY_OR_ITS_BODY, PartyRules::isByParties)
            .on(
                    RefuseRatification.class,
                    RatificationRefused.class,
                    c -> new RatificationRefused(c.by(), c.body(), c.reason(), c.vote(), null))
            .from(AGREED, SIGNED)
            .to(REFUSED)
            .guarded(PartyRules.BY_A_PARTY_OR_ITS_BODY, PartyRules::isByParties)
            .from(REFUSED)
            .stays()
            .guarded(PartyRules.BY_A_PARTY_OR_ITS_BODY, PartyRules::isByParties)
            .on(
                    ApplyProvisionally.class,
                    AgreementProvisionallyApplied.class,
                    c -> new AgreementProvisionallyApplied(c.by(), c.summary()))
            .from(AGREED, SIGNED)
            .stays()
            .on(
                    BringIntoForce.class,
                    AgreementEnteredIntoForce.class,
                    c -> new AgreementEnteredIntoForce(c.summary(), c.until()))
            .from(AGREED, SIGNED)
            .to(IN_FORCE)
            .on(ExtendAgreement.class, AgreementExtended.class, c -> new AgreementExtended(c.until(), c.by()))
            .from(AGREED, SIGNED, IN_FORCE)
            .stays()
            .on(AmendAgreement.class, AgreementAmended.class, c -> new AgreementAmended(c.summary()))
            .from(AGREED, SIGNED, IN_FORCE)
            .stays()
            .on(GiveNotice.class, NoticeGiven.class, c -> new NoticeGiven(c.by(), c.ends(), c.reason()))
            .from(AGREED, SIGNED, IN_FORCE)
            .stays()
            .on(SetDeadline.class, DeadlineSet.class, c -> new DeadlineSet(c.deadline(), c.by(), c.reason()))
            .from(IN_TALKS, AGREED)
            .stays()
            .on(LeaveAgreement.class, AgreementLeft.class, c -> new AgreementLeft(c.by(), c.reason()))
            .from(AGREED, SIGNED, IN_FORCE)
            .to(TERMINATED, "fewer than two parties remain, of a declaration none", AgreementDetail::isWithoutParties)
            .guarded(PartyRules.BY_A_PARTY, PartyRules::isByParties)
            .on(
                    SuspendParticipation.class,
                    ParticipationSuspended.class,
                    c -> new ParticipationSuspended(c.by(), c.reason()))
            .from(AGREED, SIGNED, IN_FORCE)
            .stays()
            .guarded(PartyRules.BY_A_PARTY, PartyRules::isByParties)
            .on(
                    ResumeParticipation.class,
                    ParticipationResumed.class,
                    c -> new ParticipationResumed(c.by(), c.reason()))
            .from(AGREED, SIGNED, IN_FORCE)
            .stays()
            .guarded(PartyRules.BY_A_PARTY, PartyRules::isByParties)
            .guarded(PartyRules.SUSPENDED, PartyRules::isSuspended)
            .on(
                    UndertakeCommitment.class,
                    CommitmentUndertaken.class,
                    c -> new CommitmentUndertaken(
                            c.commitment(),
                            c.by(),
                            c.to(),
                            c.what(),
                            c.quantity(),
                            c.unit(),
                            c.due(),
                            c.condition(),
                            c.phase()))
            .from(AGREED, SIGNED, IN_FORCE)
            .stays()
            .guarded(CommitmentRules.UNDERTAKEN_ONCE, CommitmentRules::undertakenOnce)
            .on(
                    ReportDelivery.class,
                    CommitmentDelivered.class,
                    c -> new CommitmentDelivered(c.commitment(), c.by(), c.quantity(), c.unit()))
            .from(AGREED, SIGNED, IN_FORCE, EXPIRED, TERMINATED)
            .stays()
            .guarded(CommitmentRules.IN_ITS_UNIT, CommitmentRules::inItsUnit)
            .on(
                    VerifyCommitment.class,
                    CommitmentVerified.class,
                    c -> new CommitmentVerified(c.commitment(), c.by(), c.finding(), c.summary()))
            .from(AGREED, SIGNED, IN_FORCE, EXPIRED, TERMINATED)
            .stays()
            .guarded(CommitmentRules.OF_A_COMMITMENT, CommitmentRules::ofACommitment)
            .on(
                    SuspendCommitment.class,
                    CommitmentSuspended.class,
                    c -> new CommitmentSuspended(c.commitment(), c.by(), c.reason()))
            .from(AGREED, SIGNED, IN_FORCE)
            .stays()
            .guarded(CommitmentRules.OF_A_COMMITMENT, CommitmentRules::ofACommitment)
            .on(
                    ResumeCommitment.class,
                    CommitmentResumed.class,
                    c -> new CommitmentResumed(c.commitment(), c.by(), c.reason()))
            .from(AGREED, SIGNED, IN_FORCE)
            .stays()
            .guarded(CommitmentRules.OF_A_COMMITMENT, CommitmentRules::ofACommitment)
            .guarded(CommitmentRules.SUSPENDED, CommitmentRules::isSuspended)
            .on(
                    RecordBreach.class,
                    AgreementBreached.class,
                    c -> new AgreementBreached(c.by(), c.allegedBy(), c.how(), c.commitment()))
            .from(AGREED, SIGNED, IN_FORCE, EXPIRED, TERMINATED)
            .stays()
            .guarded(CommitmentRules.OF_A_COMMITMENT, CommitmentRules::ofACommitment)
            .on(LetAgreementExpire.class, AgreementExpired.class, c -> new AgreementExpired(c.reason()))
            .from(AGREED, SIGNED, IN_FORCE)
            .to(EXPIRED)
            .on(TerminateAgreement.class, AgreementTerminated.class, c -> new AgreementTerminated(c.by(), c.reason()))
            .from(AGREED, SIGNED, IN_FORCE)
            .to(TERMINATED)
            .on(
                    AbandonAgreementTalks.class,
                    AgreementTalksAbandoned.class,
                    c -> new AgreementTalksAbandoned(
                            c.between(), c.by(), c.reason(), c.via(), c.witnessedBy(), c.partOf()))
            .fromNothing()
            .from(IN_TALKS, AGREED)
            .to(ABANDONED)
            .build();

    /** The kind: its lifecycle, the fold of its detail, and the wording of its events. */
    public static final MatterType<AgreementEvent, AgreementStatus, AgreementDetail> TYPE = new MatterType<>(
            MatterKind.AGREEMENT,
            AgreementEvent.class,
            AgreementDetail.class,
            LIFECYCLE,
            Agreement::evolve,
            new AgreementWording(),
            new SpanishAgreementWording());

    private Agreement() {}

    private static AgreementDetail evolve(@Nullable AgreementDetail before, AgreementEvent event, Occurrence at) {
        AgreementDetail detail = before == null ? AgreementDetail.BLANK : before;
        UUID id = at.developmentId();
        Edtf occurred = at.development().occurred();
        return switch (event) {
            case AgreementTalksOpened e ->
                detail.inTalks(e.between(), e.subject(), AgreementSetting.of(e.via(), e.witnessedBy(), e.partOf()));
            case DraftTabled e ->
                detail.tabled(
                        new Draft(id, occurred, Parties.of(e.by()), e.version(), e.summary(), e.leaked(), Parties.NONE),
                        AgreementSetting.of(e.via(), e.witnessedBy(), e.partOf()));
            case DraftRejected e -> detail.rejected(e);
            case PointAgreed e ->
                detail.settled(
                        new AgreedPoint(e.point(), id, occurred, Parties.of(e.between()), e.summary()),
                        AgreementSetting.of(e.via(), e.witnessedBy(), e.partOf()));
            case TextAgreed e -> detail.agreed(AgreementText.of(e), occurred);
            case BilateralAgreementSigned e -> detail.signed(AgreementText.of(e), occurred);
            case MultilateralAgreementSigned e -> detail.signed(AgreementText.of(e), occurred);
            case DeclarationIssued e -> detail.declared(AgreementText.of(e), Parties.of(e.to()), occurred);
            case AgreementAccededTo e -> detail.joined(Parties.of(e.by()));
            case ReservationEntered e -> detail.reserved(new Reservation(id, occurred, Parties.of(e.by()), e.text()));
            case AgreementRatified e ->
                detail.ratified(RatificationVote.of(detail.between(), e.by(), e.onBehalfOf(), e.body(), e.vote()));
            case RatificationRefused e ->
                detail.refused(RatificationVote.of(detail.between(), e.by(), e.onBehalfOf(), e.body(), e.vote()));
            case AgreementProvisionallyApplied ignored -> detail.appliedProvisionally(occurred);
            case AgreementEnteredIntoForce e -> detail.inForce(occurred, e.until());
            case AgreementExtended e -> detail.extended(e.until());
            case AgreementAmended ignored -> detail.amended();
            case NoticeGiven e -> detail.noticed(new Notice(id, occurred, Parties.of(e.by()), e.ends(), e.reason()));
            case DeadlineSet e -> detail.due(e.deadline());
            case AgreementLeft e -> detail.left(Parties.of(e.by()), occurred, e.reason());
            case ParticipationSuspended e -> detail.suspended(Parties.of(e.by()));
            case ParticipationResumed e -> detail.resumed(Parties.of(e.by()));
            case CommitmentUndertaken e -> detail.undertaken(Commitment.of(e));
            case CommitmentDelivered e ->
                detail.withCommitment(
                        e.commitment(),
                        known -> known.delivered(
                                new Delivery(id, occurred, Parties.of(e.by()), e.quantity(), e.unit())));
            case CommitmentVerified e ->
                detail.withCommitment(
                        e.commitment(),
                        known -> known.verified(
                                new Verification(id, occurred, Parties.of(e.by()), e.finding(), e.summary())));
            case CommitmentSuspended e -> detail.withCommitment(e.commitment(), known -> known.suspended(true));
            case CommitmentResumed e -> detail.withCommitment(e.commitment(), known -> known.suspended(false));
            case AgreementBreached e ->
                detail.breached(new Breach(
                        id, occurred, Parties.of(e.by()), Parties.of(e.allegedBy()), e.how(), e.commitment()));
            case AgreementExpired e -> detail.ended(occurred, Parties.NONE, e.reason());
            case AgreementTerminated e -> detail.ended(occurred, Parties.of(e.by()), e.reason());
            case AgreementTalksAbandoned e ->
                abandoned(before, detail, e).ended(occurred, Parties.of(e.by()), e.reason());
        };
    }

    private static AgreementDetail abandoned(
            @Nullable AgreementDetail before, AgreementDetail detail, AgreementTalksAbandoned event) {
        AgreementSetting setting = AgreementSetting.of(event.via(), event.witnessedBy(), event.partOf());
        if (before == null) {
            return detail.inTalks(event.between(), null, setting);
        }
        AgreementDetail set = detail.with(setting);
        return event.between() == null ? set : set.between(Parties.of(event.between()));
    }
}
