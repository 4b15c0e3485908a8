package org.parley.domain.guarantee;

import static org.parley.domain.guarantee.GuaranteeStatus.AGREED;
import static org.parley.domain.guarantee.GuaranteeStatus.IN_FORCE;
import static org.parley.domain.guarantee.GuaranteeStatus.PROPOSED;
import static org.parley.domain.guarantee.GuaranteeStatus.WITHDRAWN;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
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
import org.parley.domain.guarantee.GuaranteeDetail.Discussion;
import org.parley.domain.guarantee.GuaranteeDetail.Packaging;
import org.parley.domain.guarantee.GuaranteeEvent.ContributionOffered;
import org.parley.domain.guarantee.GuaranteeEvent.ContributionWithdrawn;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeActivated;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeAgreed;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeAmended;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeDiscussed;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeEndorsed;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeInvoked;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeObjectedTo;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteePackaged;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeProposed;
import org.parley.domain.guarantee.GuaranteeEvent.GuaranteeWithdrawn;
import org.parley.domain.lifecycle.Lifecycle;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.matter.PersistentList;
import org.parley.domain.party.Parties;

/** The definition of the kind guarantee. */
public final class Guarantee {
    static final Lifecycle<GuaranteeStatus, GuaranteeDetail> LIFECYCLE = Lifecycle.of(
                    GuaranteeStatus.class, GuaranteeDetail.class)
            .on(
                    ProposeGuarantee.class,
                    GuaranteeProposed.class,
                    c -> new GuaranteeProposed(
                            c.by(),
                            c.to(),
                            c.guarantors(),
                            c.form(),
                            c.terms(),
                            c.trigger(),
                            c.partOf(),
                            c.term(),
                            c.via()))
            .fromNothing()
            .from(WITHDRAWN)
            .to(PROPOSED)
            .on(
                    DiscussGuarantee.class,
                    GuaranteeDiscussed.class,
                    c -> new GuaranteeDiscussed(c.by(), c.with(), c.summary()))
            .from(PROPOSED, AGREED, IN_FORCE)
            .stays()
            .on(
                    AmendGuarantee.class,
                    GuaranteeAmended.class,
                    c -> new GuaranteeAmended(c.by(), c.terms(), c.trigger(), c.term()))
            .from(PROPOSED, AGREED)
            .to(PROPOSED)
            .from(IN_FORCE)
            .stays()
            .on(EndorseGuarantee.class, GuaranteeEndorsed.class, c -> new GuaranteeEndorsed(c.by(), c.conditions()))
            .from(PROPOSED, AGREED, IN_FORCE)
            .stays()
            .openToVoices()
            .on(
                    ObjectToGuarantee.class,
                    GuaranteeObjectedTo.class,
                    c -> new GuaranteeObjectedTo(c.by(), c.reason(), c.ruledOut() != null && c.ruledOut()))
            .from(PROPOSED, AGREED, IN_FORCE)
            .stays()
            .openToVoices()
            .on(
                    OfferContribution.class,
                    ContributionOffered.class,
                    c -> new ContributionOffered(c.by(), c.means(), c.quantity(), c.unit()))
            .from(PROPOSED, AGREED, IN_FORCE)
            .stays()
            .on(
                    WithdrawContribution.class,
                    ContributionWithdrawn.class,
                    c -> new ContributionWithdrawn(c.by(), c.means(), c.quantity(), c.unit()))
            .from(PROPOSED, AGREED, IN_FORCE)
            .stays()
            .on(AgreeGuarantee.class, GuaranteeAgreed.class, c -> new GuaranteeAgreed(c.between(), c.via(), c.term()))
            .from(PROPOSED)
            .to(AGREED)
            .on(ActivateGuarantee.class, GuaranteeActivated.class, c -> new GuaranteeActivated(c.by(), c.reason()))
            .from(AGREED)
            .to(IN_FORCE)
            .on(InvokeGuarantee.class, GuaranteeInvoked.class, c -> new GuaranteeInvoked(c.by(), c.reason()))
            .from(IN_FORCE)
            .stays()
            .on(WithdrawGuarantee.class, GuaranteeWithdrawn.class, c -> new GuaranteeWithdrawn(c.by(), c.reason()))
            .from(PROPOSED, AGREED, IN_FORCE)
            .to(WITHDRAWN)
            .on(PackageGuarantee.class, GuaranteePackaged.class, c -> new GuaranteePackaged(c.by(), c.package_()))
            .fromAny()
            .stays()
            .openToVoices()
            .build();

    /** The kind: its lifecycle, the fold of its detail, and the wording of its events. */
    public static final MatterType<GuaranteeEvent, GuaranteeStatus, GuaranteeDetail> TYPE = new MatterType<>(
            MatterKind.GUARANTEE,
            GuaranteeEvent.class,
            GuaranteeDetail.class,
            LIFECYCLE,
            Guarantee::evolve,
            new GuaranteeWording(),
            new SpanishGuaranteeWording());

    private Guarantee() {}

    private static GuaranteeDetail evolve(@Nullable GuaranteeDetail before, GuaranteeEvent event, Occurrence at) {
        if (event instanceof GuaranteeProposed proposed) {
            return GuaranteeDetail.of(proposed);
        }
        GuaranteeDetail detail = Objects.requireNonNull(before, "a guarantee begins with a proposal");
        return switch (event) {
            case GuaranteeProposed again -> GuaranteeDetail.of(again);
            case GuaranteeDiscussed talk ->
                detail.discussed(new Discussion(
                        at.developmentId(),
                        at.development().occurred(),
                        Parties.of(talk.by()),
                        Parties.of(talk.with()),
                        talk.summary()));
            case GuaranteeAmended amended -> detail.amended(amended.terms(), amended.trigger(), amended.term());
            case GuaranteeEndorsed endorsed ->
                detail.endorsed(at.development().withoutVoices(endorsed.by()))
                        .withStatements(voices(at, GuaranteeVoice.ENDORSES, endorsed.conditions()));
            case GuaranteeObjectedTo objection ->
                detail.objectedTo(at.development().withoutVoices(objection.by()), objection.ruledOut())
                        .withStatements(voices(at, GuaranteeVoice.OBJECTS, objection.reason()));
            case ContributionOffered offer -> detail.with(plus(detail.contributions(), offer, at));
            case ContributionWithdrawn withdrawn -> detail.with(minus(detail.contributions(), withdrawn));
            case GuaranteeAgreed agreed ->
                detail.agreed(Parties.of(agreed.between()), Parties.of(agreed.via()), agreed.term());
            case GuaranteeActivated ignored -> detail;
            case GuaranteeInvoked ignored -> detail;
            case GuaranteeWithdrawn withdrawn -> detail.withdrawn(Parties.of(withdrawn.by()));
            case GuaranteePackaged e ->
                detail.packaged(new Packaging(
                        e.package_(), at.developmentId(), at.development().occurred(), Parties.of(e.by())));
        };
    }

    private static List<GuaranteeVoice> voices(Occurrence at, String stance, @Nullable String said) {
        return at.development().voices().stream()
                .map(party -> new GuaranteeVoice(at.developmentId(), party, stance, said))
                .toList();
    }

    private static List<Contribution> plus(List<Contribution> offers, ContributionOffered offer, Occurrence at) {
        Contribution contribution = new Contribution(
                at.developmentId(),
                at.development().occurred(),
                Parties.of(offer.by()),
                offer.means(),
                offer.quantity(),
                offer.unit());
        return PersistentList.append(offers, contribution);
    }

    /** Removes these parties from the offers of the same means. Offers of other parties remain. */
    private static List<Contribution> minus(List<Contribution> offers, ContributionWithdrawn withdrawn) {
        Parties leaving = Parties.of(withdrawn.by());
        return offers.stream()
                .map(offer -> offer.means().equalsIgnoreCase(withdrawn.means()) ? offer.without(leaving) : offer)
                .filter(offer -> !offer.by().isEmpty())
                .toList();
    }
}
