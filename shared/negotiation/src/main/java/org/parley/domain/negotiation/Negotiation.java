package org.parley.domain.negotiation;

import static org.parley.domain.negotiation.NegotiationStatus.BROKEN_OFF;
import static org.parley.domain.negotiation.NegotiationStatus.CONCLUDED;
import static org.parley.domain.negotiation.NegotiationStatus.OPEN;
import static org.parley.domain.negotiation.NegotiationStatus.SUSPENDED;

import org.jspecify.annotations.Nullable;
import org.parley.domain.lifecycle.Lifecycle;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.negotiation.NegotiationCommand.AdmitParty;
import org.parley.domain.negotiation.NegotiationCommand.BreakOffTalks;
import org.parley.domain.negotiation.NegotiationCommand.ConcludeNegotiation;
import org.parley.domain.negotiation.NegotiationCommand.OpenNegotiation;
import org.parley.domain.negotiation.NegotiationCommand.RecordWithdrawal;
import org.parley.domain.negotiation.NegotiationCommand.ReopenNegotiation;
import org.parley.domain.negotiation.NegotiationCommand.ResumeTalks;
import org.parley.domain.negotiation.NegotiationCommand.SuspendTalks;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationConcluded;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationOpened;
import org.parley.domain.negotiation.NegotiationEvent.NegotiationReopened;
import org.parley.domain.negotiation.NegotiationEvent.PartyAdmitted;
import org.parley.domain.negotiation.NegotiationEvent.PartyWithdrew;
import org.parley.domain.negotiation.NegotiationEvent.TalksBrokenOff;
import org.parley.domain.negotiation.NegotiationEvent.TalksResumed;
import org.parley.domain.negotiation.NegotiationEvent.TalksSuspended;
import org.parley.domain.party.Parties;
import org.parley.domain.party.Party;

/** The definition of the kind negotiation. */
public final class Negotiation {
    static final Lifecycle<NegotiationStatus, NegotiationDetail> LIFECYCLE = Lifecycle.of(
                    NegotiationStatus.class, NegotiationDetail.class)
            .on(OpenNegotiation.class, NegotiationOpened.class, c -> new NegotiationOpened(c.title(), c.summary()))
            .fromNothing()
            .to(OPEN)
            .dateAndEvidenceOptional()
            .on(
                    AdmitParty.class,
                    PartyAdmitted.class,
                    c -> new PartyAdmitted(c.party(), c.name(), c.partyKind(), c.role()))
            .fromAny()
            .stays()
            .dateAndEvidenceOptional()
            .on(RecordWithdrawal.class, PartyWithdrew.class, c -> new PartyWithdrew(c.party(), c.reason()))
            .fromAny()
            .stays()
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
            new NegotiationWording(), new SpanishNegotiationWording());

    private Negotiation() {}

    private static NegotiationDetail evolve(@Nullable NegotiationDetail before, NegotiationEvent event, Occurrence at) {
        NegotiationDetail detail = before == null ? NegotiationDetail.BLANK : before;
        return switch (event) {
            case NegotiationOpened opened -> detail.summarised(opened.summary());
            case PartyAdmitted party ->
                detail.admitted(new Party(party.party(), party.name(), party.partyKind(), party.role(), false));
            case PartyWithdrew withdrew -> detail.withdrawn(withdrew.party());
            case NegotiationConcluded concluded -> detail.summarised(concluded.summary());
            case TalksSuspended ignored -> detail;
            case TalksResumed ignored -> detail;
            case TalksBrokenOff brokenOff -> detail.brokenOff(Parties.of(brokenOff.by()));
            case NegotiationReopened ignored -> detail.reopened();
        };
    }
}
