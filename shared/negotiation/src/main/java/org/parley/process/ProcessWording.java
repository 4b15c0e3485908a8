package org.parley.process;

import java.util.Locale;
import org.parley.matter.Names;
import org.parley.matter.Wording;
import org.parley.process.ProcessEvent.NegotiationConcluded;
import org.parley.process.ProcessEvent.NegotiationOpened;
import org.parley.process.ProcessEvent.NegotiationReopened;
import org.parley.process.ProcessEvent.PartyAdmitted;
import org.parley.process.ProcessEvent.PartyWithdrew;
import org.parley.process.ProcessEvent.TalksBrokenOff;
import org.parley.process.ProcessEvent.TalksResumed;
import org.parley.process.ProcessEvent.TalksSuspended;

/** Renders the events of this kind as English clauses. */
final class ProcessWording implements Wording<ProcessEvent> {

    @Override
    public String clause(ProcessEvent event, Names names) {
        return switch (event) {
            case NegotiationOpened e -> "the newsroom began to track " + names.title() + names.tail(": ", e.summary());
            case PartyAdmitted e -> admitted(e, names);
            case PartyWithdrew e ->
                names.party(e.party()) + " withdrew from " + names.title() + names.tail(": ", e.reason());
            case TalksSuspended e ->
                names.all(e.by(), "the parties") + " suspended the talks of " + names.title()
                        + names.tail(": ", e.reason());
            case TalksResumed e ->
                names.all(e.by(), "the parties") + " resumed the talks of " + names.title()
                        + names.tail(": ", e.reason());
            case TalksBrokenOff e ->
                names.all(e.by(), "the parties") + " broke off the talks of " + names.title()
                        + names.tail(": ", e.reason());
            case NegotiationReopened e ->
                names.all(e.by(), "the parties") + " reopened " + names.title() + names.tail(": ", e.reason());
            case NegotiationConcluded e -> names.title() + " was concluded" + names.tail(": ", e.summary());
        };
    }

    private static String admitted(PartyAdmitted admission, Names names) {
        String name = names.admitted(admission.party(), admission.name());
        return (names.isRenamed(admission.party(), name)
                        ? "the party " + admission.party() + " to " + names.title() + " took the name " + name
                        : name + " (" + admission.party() + ") was entered as a party to " + names.title())
                + (admission.role() == null
                        ? ""
                        : " in the role of " + admission.role().name().toLowerCase(Locale.ROOT));
    }
}
