package org.parley.domain.ceasefire;

import static org.parley.domain.ceasefire.CeasefireStatus.AGREED;
import static org.parley.domain.ceasefire.CeasefireStatus.ANNOUNCED;
import static org.parley.domain.ceasefire.CeasefireStatus.ENDED;
import static org.parley.domain.ceasefire.CeasefireStatus.IN_FORCE;
import static org.parley.domain.ceasefire.CeasefireStatus.PROPOSED;
import static org.parley.domain.ceasefire.CeasefireStatus.REJECTED;
import static org.parley.domain.ceasefire.CeasefireStatus.WITHDRAWN;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.domain.ceasefire.CeasefireCommand.AcceptCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.AllegeViolation;
import org.parley.domain.ceasefire.CeasefireCommand.AmendCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.AnnounceCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.AnswerWithConditions;
import org.parley.domain.ceasefire.CeasefireCommand.DeclareCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.EndCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.ExtendCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.LetCeasefireExpire;
import org.parley.domain.ceasefire.CeasefireCommand.ProposeCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.RejectCeasefire;
import org.parley.domain.ceasefire.CeasefireCommand.WithdrawCeasefireProposal;
import org.parley.domain.ceasefire.CeasefireDetail.Violation;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireAccepted;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireAmended;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireAnnounced;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireAnswered;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireEnded;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireExpired;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireExtended;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireProposalWithdrawn;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireProposed;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireRejected;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireTookEffect;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireViolationAlleged;
import org.parley.domain.lifecycle.Lifecycle;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.wording.Objection;
import org.parley.domain.wording.SentenceNames;

/** The definition of the kind ceasefire. */
public final class Ceasefire {
    static final Lifecycle<CeasefireStatus, CeasefireDetail> LIFECYCLE = Lifecycle.of(
                    CeasefireStatus.class, CeasefireDetail.class)
            .on(
                    AnnounceCeasefire.class,
                    CeasefireAnnounced.class,
                    c -> new CeasefireAnnounced(c.by(), c.from(), c.until(), c.scope(), c.terms()))
            .fromNothing()
            .from(REJECTED, WITHDRAWN, ENDED)
            .to(ANNOUNCED)
            .restarting()
            .from(PROPOSED, AGREED)
            .to(ANNOUNCED)
            .on(
                    ProposeCeasefire.class,
                    CeasefireProposed.class,
                    c -> new CeasefireProposed(c.by(), c.terms(), c.consentOf(), c.scope(), c.until(), c.via()))
            .fromNothing()
            .from(REJECTED, WITHDRAWN, ENDED)
            .to(PROPOSED)
            .restarting()
            .on(
                    AmendCeasefire.class,
                    CeasefireAmended.class,
                    c -> new CeasefireAmended(c.by(), c.terms(), c.consentOf()))
            .from(PROPOSED, AGREED)
            .to(PROPOSED)
            .from(IN_FORCE)
            .stays()
            .on(AcceptCeasefire.class, CeasefireAccepted.class, Ceasefire::accepted)
            .from(PROPOSED, REJECTED)
            .to(AGREED, "every party of consentOf has accepted", CeasefireDetail::everyoneConsents)
            .from(ANNOUNCED, AGREED, IN_FORCE)
            .stays()
            .on(AnswerWithConditions.class, CeasefireAnswered.class, c -> new CeasefireAnswered(c.by(), c.conditions()))
            .from(AGREED)
            .to(PROPOSED, "it withdraws a required consent", CeasefireDetail::isConsentMissing)
            .from(ANNOUNCED, PROPOSED, REJECTED, IN_FORCE)
            .stays()
            .on(RejectCeasefire.class, CeasefireRejected.class, c -> new CeasefireRejected(c.by(), c.reason()))
            .from(PROPOSED, AGREED)
            .to(REJECTED, "a party of consentOf has rejected it", CeasefireDetail::isConsentRefused)
            .from(REJECTED)
            .stays()
            .guarded("once it is rejected, only if one of the parties has not rejected it yet", Ceasefire::refusesAgain)
            .from(ANNOUNCED, IN_FORCE)
            .stays()
            .on(
                    WithdrawCeasefireProposal.class,
                    CeasefireProposalWithdrawn.class,
                    c -> new CeasefireProposalWithdrawn(c.by(), c.reason()))
            .from(ANNOUNCED, PROPOSED, AGREED)
            .to(WITHDRAWN)
            .from(REJECTED)
            .stays()
            .on(
                    DeclareCeasefire.class,
                    CeasefireTookEffect.class,
                    c -> new CeasefireTookEffect(c.by(), c.terms(), c.scope(), c.until()))
            .fromNothing()
            .from(REJECTED, WITHDRAWN, ENDED)
            .to(IN_FORCE)
            .restarting()
            .from(ANNOUNCED, PROPOSED, AGREED)
            .to(IN_FORCE)
            .on(ExtendCeasefire.class, CeasefireExtended.class, c -> new CeasefireExtended(c.until(), c.by()))
            .from(IN_FORCE)
            .stays()
            .on(
                    AllegeViolation.class,
                    CeasefireViolationAlleged.class,
                    c -> new CeasefireViolationAlleged(c.by(), c.against(), c.summary()))
            .from(AGREED, IN_FORCE, ENDED)
            .stays()
            .on(EndCeasefire.class, CeasefireEnded.class, c -> new CeasefireEnded(c.by(), c.reason()))
            .from(IN_FORCE)
            .to(ENDED)
            .on(LetCeasefireExpire.class, CeasefireExpired.class, c -> new CeasefireExpired(c.reason()))
            .from(IN_FORCE)
            .to(ENDED)
            .build();

    /** The kind: its lifecycle, the fold of its detail, and the wording of its events. */
    public static final MatterType<CeasefireEvent, CeasefireStatus, CeasefireDetail> TYPE = new MatterType<>(
            MatterKind.CEASEFIRE,
            CeasefireEvent.class,
            CeasefireDetail.class,
            LIFECYCLE,
            Ceasefire::evolve,
            new CeasefireWording(),
            new SpanishCeasefireWording(),
            Ceasefire::reading);

    private Ceasefire() {}

    private static CeasefireEvent accepted(AcceptCeasefire command) {
        return reading(new CeasefireAccepted(command.by(), command.conditions()));
    }

    /** Upcasts an acceptance with conditions, as it was recorded under earlier rules, to an answer with conditions. */
    private static CeasefireEvent reading(CeasefireEvent event) {
        return event instanceof CeasefireAccepted accepted && accepted.conditions() != null
                ? new CeasefireAnswered(accepted.by(), accepted.conditions())
                : event;
    }

    /**
     * Proposing is not accepting: the proposing party is left out of those who must consent. A proposal that names
     * nobody else keeps the consents that it names: without any it could never be agreed.
     */
    private static Parties consents(@Nullable Actors by, Actors consentOf) {
        Parties others = Parties.of(consentOf).minus(Parties.of(by));
        return others.isEmpty() ? Parties.of(consentOf) : others;
    }

    private static Optional<Objection> refusesAgain(CeasefireDetail before, Event event, SentenceNames names) {
        Parties by = Parties.of(((CeasefireRejected) event).by());
        return before.rejectedBy().containsAll(by)
                ? Optional.of(names.objection(
                        "it is rejected, and " + names.parties(by) + " rejected it already",
                        "ya está rechazado, y " + names.parties(by)
                                + (by.size() == 1 ? " ya lo rechazó" : " ya lo rechazaron")))
                : Optional.empty();
    }

    private static CeasefireDetail evolve(@Nullable CeasefireDetail before, CeasefireEvent event, Occurrence at) {
        CeasefireDetail detail = before == null ? CeasefireDetail.BLANK : before;
        return switch (event) {
            case CeasefireAnnounced e -> detail.announced(e);
            case CeasefireProposed e -> detail.proposed(e, consents(e.by(), e.consentOf()));
            case CeasefireAmended e ->
                detail.amended(e.terms(), e.consentOf() == null ? detail.consentOf() : consents(e.by(), e.consentOf()));
            case CeasefireAccepted e -> detail.accepted(Parties.of(e.by()));
            case CeasefireAnswered e -> detail.answered(Parties.of(e.by()), e.conditions());
            case CeasefireRejected e -> detail.rejected(Parties.of(e.by()));
            case CeasefireProposalWithdrawn ignored -> detail;
            case CeasefireTookEffect e -> detail.declared(Parties.of(e.by()), e.terms(), e.scope(), e.until());
            case CeasefireExtended e -> detail.extended(e.until());
            case CeasefireViolationAlleged e ->
                detail.violated(new Violation(
                        at.developmentId(),
                        at.development().occurred(),
                        Parties.of(e.by()),
                        Parties.of(e.against()),
                        e.summary()));
            case CeasefireEnded e -> detail.ended(Parties.of(e.by()));
            case CeasefireExpired ignored -> detail;
        };
    }
}
