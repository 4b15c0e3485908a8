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
 * Decides what a command becomes, from the whole history of its matter. Pure: the same history, command and context
 * always give the same result, and nothing changes.
 */
public final class Decision {
    private final History history;
    private final Desk context;

    private Decision(History history, Desk context) {
        this.history = history;
        this.context = context;
    }

    /**
     * Decides about a command, without recording it.
     *
     * @param history everything recorded of the command's matter so far
     * @return the development to record
     * @throws Refused if the command is refused
     */
    public static Development decide(History history, LogDevelopment command, Desk context) {
        if (command.embargo() != null) {
            context.requireAhead(command.embargo().until(), "/embargo");
        }
        Decision decision = new Decision(history, context);
        return command.command() instanceof EditorialCommand editorial
                ? decision.editorial(command, editorial)
                : decision.development(command);
    }

    private Development development(LogDevelopment request) {
        Command command = request.command();
        Step<?, ?> step = Catalogue.step(command.getClass());
        if (history.version() == 0 && !step.begins()) {
            List<String> allowed = history.type().allowedAfter(null);
            throw new Refused(new UnknownMatter(history.address(), command.type(), allowed));
        }
        Development development = accepted(
                        command,
                        request.occurred(),
                        request.title(),
                        request.evidence(),
                        request.note(),
                        isContext(command),
                        "")
                .under(request.embargo());
        if (command instanceof AdmitParty admission && request.occurred() == null) {
            new UndatedAdmission(history, context).requirePresent(admission.party());
        }
        new Judgement(history, context).insert(request.developmentId(), development);
        return development;
    }

    private Development editorial(LogDevelopment request, EditorialCommand command) {
        requireAdmitted(command, "");
        return new EditorialDecision(history, context, this).decide(request, command);
    }

    /**
     * The development of a command, after every check that does not need the history.
     *
     * @param evidenceOptional whether the evidence may be missing
     * @param at the JSON pointer to the command; empty for the whole request
     */
    Development accepted(
            Command command,
            @Nullable Edtf occurred,
            @Nullable String title,
            @Nullable Evidence evidence,
            @Nullable String note,
            boolean evidenceOptional,
            String at) {
        Step<?, ?> step = Catalogue.step(command.getClass());
        List<Fault> faults = Stream.of(
                        occurredFault(occurred, isContext(command), at),
                        evidence == null && !evidenceOptional
                                ? new Fault(at + "/evidence", "a development needs at least one source")
                                : null,
                        title != null && !step.begins()
                                ? new Fault(
                                        at + "/title", command.type() + " does not begin a matter and has no title")
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
        return context.isFuture(occurred)
                ? new Fault(
                        at + "/occurred",
                        occurred + " lies in the future; only past developments can be recorded"
                                + " (a plan is a field of ScheduleMeeting)")
                : null;
    }

    private void requireAdmitted(Command command, String at) {
        if (command instanceof AdmitParty) {
            return;
        }
        List<Fault> unknown = Mentions.in((Record) command).stream()
                .filter(mention -> !context.parties().isAdmitted(mention.party()))
                .map(mention -> new Fault(
                        at + mention.pointer(), mention.party() + " has not been admitted to the negotiation"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new Refused(new UnknownParties(unknown));
        }
    }

    /**
     * The acting parties that were voices at the time, as known now. They are recorded with the development, so that a
     * later correction of a party does not change it. Refuses the command if voices may not act in it.
     */
    private List<PartyCode> voices(Command command, Step<?, ?> step, Instant occurred) {
        List<PartyCode> voices = voices((Record) command, context, occurred);
        if (!voices.isEmpty() && !step.openToVoices()) {
            String named = Names.list(voices.stream()
                    .map(voice -> context.parties().name(voice, occurred))
                    .toList());
            throw new Refused(new VoiceMayNot(named, command.type(), Catalogue.openToVoices()));
        }
        return voices;
    }

    /** The acting parties of a command or event that were voices at an instant in valid time, as known now. */
    static List<PartyCode> voices(Record record, Desk context, Instant occurred) {
        return Mentions.in(record).stream()
                .filter(mention -> ACTING.contains(mention.field()))
                .map(Mention::party)
                .filter(party -> context.parties().isVoice(party, occurred))
                .distinct()
                .toList();
    }

    private static final List<String> ACTING = List.of("by", "between", "consentOf", "guarantors");

    private static boolean isContext(Command command) {
        return command instanceof OpenNegotiation || command instanceof AdmitParty || command instanceof RaiseQuestion;
    }

    /** The entry of a development if it were recorded next. */
    static Entry hypothetical(History history, UUID id, Development development, Desk context) {
        Instant recordedAt = context.now();
        if (!history.entries().isEmpty()
                && !recordedAt.isAfter(history.entries().getLast().recordedAt())) {
            recordedAt = history.entries().getLast().recordedAt().plus(1, ChronoUnit.MICROS);
        }
        return new Entry(id, history.address(), history.lastPosition() + 1, recordedAt, "", development);
    }
}
