package org.parley.process;

import static org.parley.process.ProcessStatus.BROKEN_OFF;
import static org.parley.process.ProcessStatus.CONCLUDED;
import static org.parley.process.ProcessStatus.OPEN;
import static org.parley.process.ProcessStatus.SUSPENDED;

import org.jspecify.annotations.Nullable;
import org.parley.matter.Kind;
import org.parley.matter.Lifecycle;
import org.parley.matter.MatterType;
import org.parley.matter.Occurrence;
import org.parley.party.Parties;
import org.parley.party.Party;
import org.parley.process.ProcessCommand.AdmitParty;
import org.parley.process.ProcessCommand.BreakOffTalks;
import org.parley.process.ProcessCommand.ConcludeNegotiation;
import org.parley.process.ProcessCommand.OpenNegotiation;
import org.parley.process.ProcessCommand.RecordWithdrawal;
import org.parley.process.ProcessCommand.ReopenNegotiation;
import org.parley.process.ProcessCommand.ResumeTalks;
import org.parley.process.ProcessCommand.SuspendTalks;
import org.parley.process.ProcessEvent.NegotiationConcluded;
import org.parley.process.ProcessEvent.NegotiationOpened;
import org.parley.process.ProcessEvent.NegotiationReopened;
import org.parley.process.ProcessEvent.PartyAdmitted;
import org.parley.process.ProcessEvent.PartyWithdrew;
import org.parley.process.ProcessEvent.TalksBrokenOff;
import org.parley.process.ProcessEvent.TalksResumed;
import org.parley.process.ProcessEvent.TalksSuspended;

/** The definition of the kind negotiation. */
public final class Process {
    static final Lifecycle<ProcessStatus, ProcessDetail> LIFECYCLE = Lifecycle.of(
                    ProcessStatus.class, ProcessDetail.class)
            .on(OpenNegotiation.class, NegotiationOpened.class, c -> new NegotiationOpened(c.title(), c.summary()))
            .fromNothing()
            .to(OPEN)
            .on(
                    AdmitParty.class,
                    PartyAdmitted.class,
                    c -> new PartyAdmitted(c.party(), c.name(), c.partyKind(), c.role()))
            .fromAny()
            .stays()
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
    public static final MatterType<ProcessEvent, ProcessStatus, ProcessDetail> TYPE = new MatterType<>(
            Kind.NEGOTIATION,
            ProcessEvent.class,
            ProcessDetail.class,
            LIFECYCLE,
            Process::evolve,
            new ProcessWording());

    private Process() {}

    private static ProcessDetail evolve(@Nullable ProcessDetail before, ProcessEvent event, Occurrence at) {
        ProcessDetail detail = before == null ? ProcessDetail.BLANK : before;
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
