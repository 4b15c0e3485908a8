package org.parley.domain.negotiation;

import static org.parley.domain.negotiation.NegotiationStatus.BROKEN_OFF;
import static org.parley.domain.negotiation.NegotiationStatus.CONCLUDED;
import static org.parley.domain.negotiation.NegotiationStatus.NOT_OPENED;
import static org.parley.domain.negotiation.NegotiationStatus.OPEN;
import static org.parley.domain.negotiation.NegotiationStatus.SUSPENDED;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.domain.lifecycle.Lifecycle;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.negotiation.NegotiationCommand.AdmitParty;
import org.parley.domain.negotiation.NegotiationCommand.BreakOffTalks;
import org.parley.domain.negotiation.NegotiationCommand.ConcludeNegotiation;
import org.parley.domain.negotiation.NegotiationCommand.OpenNegotiation;
import org.parley.domain.negotiation.NegotiationCommand.ReadmitParty;
import org.parley.domain.negotiation.NegotiationCommand.RecordWithdrawal;
import org.parley.domain.negotiation.NegotiationCommand.ReopenNegotiation;
import org.parley.domain.negotiation.NegotiationCommand.ResumeTalks;
import org.parley.domain.negotiation.NegotiationCommand.SuspendParty;
import org.parley.domain.negotiation.NegotiationCommand.SuspendTalks;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationConcluded;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationOpened;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationReopened;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;
import org.parley.domain.negotiation.NegotiationEvent.PartyReadmitted;
import org.parley.domain.negotiation.NegotiationEvent.PartySuspended;
import org.parley.domain.negotiation.NegotiationEvent.PartyWithdrew;
import org.parley.domain.negotiation.NegotiationEvent.TalksBrokenOff;
import org.parley.domain.negotiation.NegotiationEvent.TalksResumed;
import org.parley.domain.negotiation.NegotiationEvent.TalksSuspended;
import org.parley.domain.party.Parties;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyStanding;
import org.parley.domain.wording.Objection;
import org.parley.domain.wording.SentenceNames;

/** The definition of the kind negotiation. */
public final class Negotiation {
    static final Lifecycle<NegotiationStatus, NegotiationDetail> LIFECYCLE = Lifecycle.of(
                    NegotiationStatus.class, NegotiationDetail.class)
            .on(OpenNegotiation.class, NegotiationOpened.class, c -> new NegotiationOpened(c.title(), c.summary()))
            .fromNothing()
            .from(NOT_OPENED)
            .to(OPEN)
            .dateAndEvidenceOptional()
            .on(
                    AdmitParty.class,
                    PartyAdmitted.class,
                    c -> new PartyAdmitted(c.party(), c.name(), c.partyKind(), c.role(), c.partOf(), c.succeeds()))
            .fromNothing()
            .to(NOT_OPENED)
            .fromAny()
            .stays()
            .precedingTheBeginning()
            .dateAndEvidenceOptional()
            .on(RecordWithdrawal.class, PartyWithdrew.class, c -> new PartyWithdrew(c.party(), c.reason()))
            .fromNothing()
            .to(NOT_OPENED)
            .fromAny()
            .stays()
            .precedingTheBeginning()
            .on(
                    SuspendParty.class,
                    PartySuspended.class,
                    c -> new PartySuspended(c.party(), c.by(), c.until(), c.reason()))
            .fromNothing()
            .to(NOT_OPENED)
            .fromAny()
            .stays()
            .precedingTheBeginning()
            .on(ReadmitParty.class, PartyReadmitted.class, c -> new PartyReadmitted(c.party(), c.reason()))
            .fromAny()
            .stays()
            .guarded("only if the party withdrew or is suspended", Negotiation::readmitsAPresentParty)
            .on(SuspendTalks.class, TalksSuspended.class, c -> new TalksSuspended(c.by(), c.reason()))
            .from(OPEN)
            .to(SUSPENDED)
            .on(ResumeTalks.class, TalksResumed.class, c -> new TalksResumed(c.by(), c.reason()))
            .from(SUSPENDED)
            .to(OPEN)
            .on(BreakOffTalks.class, TalksBrokenOff.class, c -> new TalksBrokenOff(c.by(), c.reason()))
            .from(OPEN, SUSPENDED)
            .to(BROKEN_OFF)
            .on(ReopenNegotiation.class, NegotiationReopened.class, c -> new NegotiationReopened(c.by(), c.reason()))
            .from(BROKEN_OFF, CONCLUDED)
            .to(OPEN)
            .on(ConcludeNegotiation.class, NegotiationConcluded.class, c -> new NegotiationConcluded(c.summary()))
            .from(OPEN, SUSPENDED)
            .to(CONCLUDED)
            .build();

    /** The kind: its lifecycle, the fold of its detail, and the wording of its events. */
    public static final MatterType<NegotiationEvent, NegotiationStatus, NegotiationDetail> TYPE = new MatterType<>(
            MatterKind.NEGOTIATION,
            NegotiationEvent.class,
            NegotiationDetail.class,
            LIFECYCLE,
            Negotiation::evolve,
            new NegotiationWording(),
            new SpanishNegotiationWording());

    private Negotiation() {}

    private static Optional<Objection> readmitsAPresentParty(
            NegotiationDetail before, Event event, SentenceNames names) {
        PartyCode party = ((PartyReadmitted) event).party();
        return before.standing(party) == PartyStanding.PRESENT
                ? Optional.of(names.objection(
                        names.party(party) + " neither withdrew nor is suspended",
                        names.party(party) + " ni se retiró ni tiene suspendida su participación"))
                : Optional.empty();
    }

    private static NegotiationDetail evolve(@Nullable NegotiationDetail before, NegotiationEvent event, Occurrence at) {
        NegotiationDetail detail = before == null ? NegotiationDetail.BLANK : before;
        return switch (event) {
            case NegotiationOpened opened -> detail.summarised(opened.summary());
            case PartyAdmitted admission -> detail.admitted(admission.described());
            case PartyWithdrew withdrew -> detail.with(withdrew.party(), PartyStanding.WITHDRAWN);
            case PartySuspended suspended -> detail.with(suspended.party(), PartyStanding.SUSPENDED);
            case PartyReadmitted readmitted -> detail.with(readmitted.party(), PartyStanding.PRESENT);
            case NegotiationConcluded concluded -> detail.summarised(concluded.summary());
            case TalksSuspended ignored -> detail;
            case TalksResumed ignored -> detail;
            case TalksBrokenOff brokenOff -> detail.brokenOff(Parties.of(brokenOff.by()));
            case NegotiationReopened ignored -> detail.reopened();
        };
    }
}
