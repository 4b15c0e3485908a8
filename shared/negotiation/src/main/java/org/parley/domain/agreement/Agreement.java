package org.parley.domain.agreement;

import static org.parley.domain.agreement.AgreementStatus.ABANDONED;
import static org.parley.domain.agreement.AgreementStatus.IN_FORCE;
import static org.parley.domain.agreement.AgreementStatus.IN_TALKS;
import static org.parley.domain.agreement.AgreementStatus.SIGNED;
import static org.parley.domain.agreement.AgreementStatus.TERMINATED;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
import org.parley.domain.agreement.AgreementEvent.AgreementAccededTo;
import org.parley.domain.agreement.AgreementEvent.AgreementAmended;
import org.parley.domain.agreement.AgreementEvent.AgreementBreached;
import org.parley.domain.agreement.AgreementEvent.AgreementEnteredIntoForce;
import org.parley.domain.agreement.AgreementEvent.AgreementRatified;
import org.parley.domain.agreement.AgreementEvent.AgreementTalksAbandoned;
import org.parley.domain.agreement.AgreementEvent.AgreementTalksOpened;
import org.parley.domain.agreement.AgreementEvent.AgreementTerminated;
import org.parley.domain.agreement.AgreementEvent.BilateralAgreementSigned;
import org.parley.domain.agreement.AgreementEvent.CommitmentDelivered;
import org.parley.domain.agreement.AgreementEvent.CommitmentUndertaken;
import org.parley.domain.agreement.AgreementEvent.MultilateralAgreementSigned;
import org.parley.domain.agreement.Commitment.Delivery;
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
                    c -> new AgreementTalksOpened(c.between(), c.subject()))
            .fromNothing()
            .from(ABANDONED)
            .to(IN_TALKS)
            .on(
                    SignBilateralAgreement.class,
                    BilateralAgreementSigned.class,
                    c -> new BilateralAgreementSigned(c.between(), c.subject(), c.legalNature(), c.place()))
            .fromNothing()
            .from(IN_TALKS, ABANDONED)
            .to(SIGNED)
            .on(
                    SignMultilateralAgreement.class,
                    MultilateralAgreementSigned.class,
                    c -> new MultilateralAgreementSigned(
                            c.between(), c.complete() == null || c.complete(), c.subject(), c.legalNature(), c.place()))
            .fromNothing()
            .from(IN_TALKS, ABANDONED)
            .to(SIGNED)
            .on(AccedeToAgreement.class, AgreementAccededTo.class, c -> new AgreementAccededTo(c.by()))
            .from(SIGNED, IN_FORCE)
            .stays()
            .on(RatifyAgreement.class, AgreementRatified.class, c -> new AgreementRatified(c.by()))
            .from(SIGNED, IN_FORCE)
            .stays()
            .on(BringIntoForce.class, AgreementEnteredIntoForce.class, c -> new AgreementEnteredIntoForce(c.summary()))
            .from(SIGNED)
            .to(IN_FORCE)
            .on(AmendAgreement.class, AgreementAmended.class, c -> new AgreementAmended(c.summary()))
            .from(SIGNED, IN_FORCE)
            .stays()
            .on(
                    UndertakeCommitment.class,
                    CommitmentUndertaken.class,
                    c -> new CommitmentUndertaken(c.commitment(), c.by(), c.what(), c.quantity(), c.unit(), c.due()))
            .from(SIGNED, IN_FORCE)
            .stays()
            .guarded(CommitmentRules.UNDERTAKEN_ONCE, CommitmentRules::undertakenOnce)
            .on(
                    ReportDelivery.class,
                    CommitmentDelivered.class,
                    c -> new CommitmentDelivered(c.commitment(), c.quantity(), c.unit()))
            .from(SIGNED, IN_FORCE)
            .stays()
            .guarded(CommitmentRules.OF_A_COMMITMENT, CommitmentRules::ofACommitment)
            .on(RecordBreach.class, AgreementBreached.class, c -> new AgreementBreached(c.by(), c.allegedBy(), c.how()))
            .from(SIGNED, IN_FORCE)
            .stays()
            .on(TerminateAgreement.class, AgreementTerminated.class, c -> new AgreementTerminated(c.by(), c.reason()))
            .from(SIGNED, IN_FORCE)
            .to(TERMINATED)
            .on(
                    AbandonAgreementTalks.class,
                    AgreementTalksAbandoned.class,
                    c -> new AgreementTalksAbandoned(c.between(), c.by(), c.reason()))
            .fromNothing()
            .from(IN_TALKS)
            .to(ABANDONED)
            .build();

    /** The kind: its lifecycle, the fold of its detail, and the wording of its events. */
    public static final MatterType<AgreementEvent, AgreementStatus, AgreementDetail> TYPE = new MatterType<>(
            MatterKind.AGREEMENT,
            AgreementEvent.class,
            AgreementDetail.class,
            LIFECYCLE,
            Agreement::evolve,
            new AgreementWording(), new SpanishAgreementWording());

    private Agreement() {}

    private static AgreementDetail evolve(@Nullable AgreementDetail before, AgreementEvent event, Occurrence at) {
        AgreementDetail detail = before == null ? AgreementDetail.BLANK : before;
        UUID id = at.developmentId();
        Edtf occurred = at.development().occurred();
        return switch (event) {
            case AgreementTalksOpened talks -> detail.inTalks(Parties.of(talks.between()), talks.subject());
            case BilateralAgreementSigned signature -> detail.signed(signature, occurred);
            case MultilateralAgreementSigned signature -> detail.signed(signature, occurred);
            case AgreementAccededTo acceded -> detail.joined(Parties.of(acceded.by()));
            case AgreementRatified ratified -> detail.ratified(Parties.of(ratified.by()));
            case AgreementEnteredIntoForce ignored -> detail.inForce(occurred);
            case AgreementAmended ignored -> detail.amended();
            case CommitmentUndertaken c ->
                detail.undertaken(Commitment.undertaken(
                        c.commitment(), Parties.of(c.by()), c.what(), c.quantity(), c.unit(), c.due()));
            case CommitmentDelivered d ->
                detail.delivered(d.commitment(), new Delivery(id, occurred, d.quantity(), d.unit()));
            case AgreementBreached b ->
                detail.breached(new Breach(id, occurred, Parties.of(b.by()), Parties.of(b.allegedBy()), b.how()));
            case AgreementTerminated terminated -> detail.ended(Parties.of(terminated.by()), terminated.reason());
            case AgreementTalksAbandoned abandoned ->
                (before == null || abandoned.between() != null
                                ? detail.inTalks(Parties.of(abandoned.between()), null)
                                : detail)
                        .ended(Parties.of(abandoned.by()), abandoned.reason());
        };
    }
}
