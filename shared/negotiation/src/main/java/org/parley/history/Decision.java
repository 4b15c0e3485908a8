package org.parley.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.catalogue.Catalogue;
import org.parley.editorial.EditorialCommand;
import org.parley.evidence.Evidence;
import org.parley.history.Refusal.Fault;
import org.parley.history.Refusal.Invalid;
import org.parley.history.Refusal.UnknownMatter;
import org.parley.history.Refusal.UnknownParties;
import org.parley.history.Refusal.VoiceMayNot;
import org.parley.matter.Command;
import org.parley.matter.Development;
import org.parley.matter.Step;
import org.parley.matter.Names;
import org.parley.party.Mentions;
import org.parley.party.Mentions.Mention;
import org.parley.party.PartyCode;
import org.parley.process.ProcessCommand.AdmitParty;
import org.parley.process.ProcessCommand.OpenNegotiation;
import org.parley.question.QuestionCommand.RaiseQuestion;
import org.parley.time.Edtf;

/**
 * The ledger's decision: what a command becomes, judged on the whole history of its matter. Pure: the same history,
 * command and desk always give the same answer, and nothing is changed by asking.
 */
public final class Decision {
    private final History history;
    private final Desk desk;

    private Decision(History history, Desk desk) {
        this.history = history;
        this.desk = desk;
    }

    /**
     * Decides about a command.
     *
     * @param history everything recorded of the command's matter so far
     * @return what is to be recorded
     * @throws Refused when it must not be recorded, with the reason
     */
    public static Development decide(History history, LogDevelopment command, Desk desk) {
        if (command.embargo() != null) {
            desk.requireAhead(command.embargo().until(), "/embargo");
        }
        Decision decision = new Decision(history, desk);
        return command.command() instanceof EditorialCommand editorial
                ? decision.editorial(command, editorial)
                : decision.development(command);
    }

    private Development development(LogDevelopment given) {
        Command command = given.command();
        Step<?, ?> step = Catalogue.step(command.getClass());
        if (history.version() == 0 && !step.begins()) {
            List<String> allowed = history.type().allowedAfter(null);
            throw new Refused(new UnknownMatter(history.address(), command.type(), allowed));
        }
        Development development = accepted(
                        command,
                        given.occurred(),
                        given.title(),
                        given.evidence(),
                        given.note(),
                        isContext(command),
                        "")
                .under(given.embargo());
        if (command instanceof AdmitParty admission && given.occurred() == null) {
            new UndatedAdmission(history, desk).requirePresent(admission.party());
        }
        new Judgement(history, desk).insert(given.developmentId(), development);
        return development;
    }

    private Development editorial(LogDevelopment given, EditorialCommand command) {
        requireAdmitted(command, "");
        return new EditorialDecision(history, desk, this).decide(given, command);
    }

    /**
     * A command's development after every check that does not need the history.
     *
     * @param context whether date and evidence may be missing
     * @param at the JSON pointer to the command, empty for the whole
     */
    Development accepted(
            Command command,
            @Nullable Edtf occurred,
            @Nullable String title,
            @Nullable Evidence evidence,
            @Nullable String note,
            boolean context,
            String at) {
        Step<?, ?> step = Catalogue.step(command.getClass());
        List<Fault> faults = Stream.of(
                        occurredFault(occurred, isContext(command), at),
                        evidence == null && !context
                                ? new Fault(at + "/evidence", "a development needs at least one source")
                                : null,
                        title != null && !step.begins()
                                ? new Fault(
                                        at + "/title", command.type() + " does not begin a matter and gives no title")
                                : null)
                .filter(fault -> fault != null)
                .map(Fault.class::cast)
                .toList();
        if (!faults.isEmpty()) {
            throw new Refused(new Invalid(faults));
        }
        requireAdmitted(command, at);
        List<PartyCode> voices = voices(command, step, occurred == null ? Instant.MIN : occurred.start());
        return new Development(step.becomes().apply(command), occurred, title, evidence, note, voices);
    }

    private @Nullable Fault occurredFault(@Nullable Edtf occurred, boolean optional, String at) {
        if (occurred == null) {
            return optional ? null : new Fault(at + "/occurred", "a development needs the date on which it occurred");
        }
        return desk.isFuture(occurred)
                ? new Fault(
                        at + "/occurred",
                        occurred + " lies in the future; only what has happened can be recorded"
                                + " (a plan is a field of ScheduleMeeting)")
                : null;
    }

    private void requireAdmitted(Command command, String at) {
        if (command instanceof AdmitParty) {
            return;
        }
        List<Fault> unknown = Mentions.in((Record) command).stream()
                .filter(mention -> !desk.parties().isAdmitted(mention.party()))
                .map(mention -> new Fault(
                        at + mention.pointer(), mention.party() + " has not been admitted to the negotiation"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refused(new UnknownParties(unknown));
        }
    }

    /**
     * Those who act in a command and were voices when it happened, as known now; refused where voices may not act. They are
     * recorded with it, so that it stays what it was whatever is said of the parties later.
     */
    private List<PartyCode> voices(Command command, Step<?, ?> step, Instant occurred) {
        List<PartyCode> voices = voices((Record) command, desk, occurred);
        if (!voices.isEmpty() && !step.openToVoices()) {
            String named = Names.list(voices.stream()
                    .map(voice -> desk.parties().name(voice, occurred))
                    .toList());
            throw new Refused(new VoiceMayNot(named, command.type(), Catalogue.openToVoices()));
        }
        return voices;
    }

    /** Those who act in a command or an event and were voices at an instant of the world's time, as known now. */
    static List<PartyCode> voices(Record told, Desk desk, Instant occurred) {
        return Mentions.in(told).stream()
                .filter(mention -> ACTING.contains(mention.field()))
                .map(Mention::party)
                .filter(party -> desk.parties().isVoice(party, occurred))
                .distinct()
                .toList();
    }

    private static final List<String> ACTING = List.of("by", "between", "consentOf", "guarantors");

    private static boolean isContext(Command command) {
        return command instanceof OpenNegotiation || command instanceof AdmitParty || command instanceof RaiseQuestion;
    }

    /** The entry that a development would be if it were recorded next. */
    static Entry hypothetical(History history, UUID id, Development development, Desk desk) {
        Instant recordedAt = desk.now();
        if (!history.entries().isEmpty()
                && !recordedAt.isAfter(history.entries().getLast().recordedAt())) {
            recordedAt = history.entries().getLast().recordedAt().plus(1, ChronoUnit.MICROS);
        }
        return new Entry(id, history.address(), history.lastPosition() + 1, recordedAt, "", development);
    }
}
