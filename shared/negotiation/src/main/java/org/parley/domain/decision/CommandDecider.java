package org.parley.domain.decision;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.Refusal.Fault;
import org.parley.domain.decision.Refusal.Invalid;
import org.parley.domain.decision.Refusal.UnknownMatter;
import org.parley.domain.decision.Refusal.UnknownParties;
import org.parley.domain.decision.Refusal.VoiceMayNot;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.language.BilingualText;
import org.parley.domain.lifecycle.LifecycleRow;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Event;
import org.parley.domain.negotiation.NegotiationCommand.AdmitParty;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyMentions;
import org.parley.domain.party.PartyMentions.Mention;
import org.parley.domain.time.Edtf;

/**
 * Decides what a command becomes, from the whole history of its matter. Pure: the same history, command and context
 * always give the same result, and nothing changes.
 */
public final class CommandDecider {
    private final RecordedHistory history;
    private final DecisionContext context;

    /** Whether the history is checked later, with the other commands of a group. */
    private final boolean isGrouped;

    private CommandDecider(RecordedHistory history, DecisionContext context, boolean isGrouped) {
        this.history = history;
        this.context = context;
        this.isGrouped = isGrouped;
    }

    /**
     * Decides about a command, without recording it.
     *
     * @param history everything recorded of the command's matter so far
     * @return the development to record
     * @throws CommandRefusedException if the command is refused
     */
    public static Development decide(RecordedHistory history, CommandEnvelope command, DecisionContext context) {
        return decide(command, new CommandDecider(history, context, false));
    }

    /**
     * Decides about a command of a group, without checking that the history stays possible.
     *
     * @param history everything recorded of the matter, followed by the earlier commands of the group
     * @throws CommandRefusedException if the command is refused whatever the others are
     */
    static Development decideUnchecked(RecordedHistory history, CommandEnvelope command, DecisionContext context) {
        return decide(command, new CommandDecider(history, context, true));
    }

    private static Development decide(CommandEnvelope command, CommandDecider decision) {
        if (command.embargo() != null) {
            decision.context.requireFuture(command.embargo().until(), "/embargo");
        }
        return command.command() instanceof EditorialCommand editorial
                ? decision.editorial(command, editorial)
                : decision.development(command);
    }

    private Development development(CommandEnvelope request) {
        Command command = request.command();
        LifecycleRow<?, ?> step = DomainCatalogue.row(command.getClass());
        if (history.version() == 0 && !step.isInitial() && !isGrouped) {
            List<String> allowed = history.type().lifecycle().beginningWith();
            throw new CommandRefusedException(new UnknownMatter(history.address(), command.type(), allowed));
        }
        Development development = toDevelopment(
                        command,
                        request.occurred(),
                        request.title(),
                        request.evidence(),
                        request.note(),
                        step.isDateAndEvidenceOptional(),
                        "")
                .withEmbargo(request.embargo());
        if (!isGrouped) {
            new HistoryCheck(history, context).requireInsertable(request.developmentId(), development);
        }
        return development;
    }

    private Development editorial(CommandEnvelope request, EditorialCommand command) {
        requireAdmitted(command, "");
        return new EditorialCommandDecider(history, context, this, isGrouped).decide(request, command);
    }

    /**
     * The development of a command, after every check that does not need the history.
     *
     * @param evidenceOptional whether the evidence may be missing
     * @param at the JSON pointer to the command; empty for the whole request
     */
    Development toDevelopment(
            Command command,
            @Nullable Edtf occurred,
            @Nullable String title,
            @Nullable Evidence evidence,
            @Nullable String note,
            boolean evidenceOptional,
            String at) {
        LifecycleRow<?, ?> step = DomainCatalogue.row(command.getClass());
        List<Fault> faults = Stream.of(
                        occurredFault(occurred, step.isDateAndEvidenceOptional(), at),
                        evidence == null && !evidenceOptional
                                ? Fault.of(
                                        at + "/evidence",
                                        "a development needs at least one source",
                                        "una entrada necesita al menos una fuente")
                                : null,
                        title != null && !DomainCatalogue.mayTitleMatter(command.getClass())
                                ? Fault.of(
                                        at + "/title",
                                        command.type() + " does not begin a matter and has no title",
                                        command.type() + " no inicia ningún asunto y no lleva título")
                                : null)
                .filter(fault -> fault != null)
                .map(Fault.class::cast)
                .toList();
        if (!faults.isEmpty()) {
            throw new CommandRefusedException(new Invalid(faults));
        }
        requireAdmitted(command, at);
        Instant world = occurred == null ? Instant.MIN : occurred.start();
        List<PartyCode> voices = voices(command, step, world);
        Event event =
                new BodyRule(history, context, world).resolve(step.becomes().apply(command));
        return new Development(event, occurred, title, evidence, note, voices);
    }

    private @Nullable Fault occurredFault(@Nullable Edtf occurred, boolean optional, String at) {
        if (occurred == null) {
            return optional
                    ? null
                    : Fault.of(
                            at + "/occurred",
                            "a development needs the date on which it occurred",
                            "una entrada necesita la fecha en que ocurrió");
        }
        return context.isFuture(occurred)
                ? Fault.of(
                        at + "/occurred",
                        occurred + " lies in the future; only past developments can be recorded"
                                + " (a plan belongs in a field, such as planned of ScheduleMeeting)",
                        occurred + " está en el futuro; solo se registra lo que ya ocurrió"
                                + " (lo previsto va en un campo, como planned de ScheduleMeeting)")
                : null;
    }

    private void requireAdmitted(Command command, String at) {
        PartyCode admitted = command instanceof AdmitParty admission ? admission.party() : null;
        List<Fault> unknown = PartyMentions.in((Record) command).stream()
                .filter(mention -> !mention.party().equals(admitted))
                .filter(mention -> !context.parties().isAdmitted(mention.party()))
                .map(mention -> Fault.of(
                        at + mention.pointer(),
                        mention.party() + " has not been admitted to the negotiation",
                        mention.party() + " no está entre las partes admitidas en la negociación"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new CommandRefusedException(new UnknownParties(unknown));
        }
    }

    /**
     * The acting parties that were voices at the time, as known now. They are recorded with the development, so that a
     * later correction of a party does not change it. Refuses the command if voices may not act in it.
     */
    private List<PartyCode> voices(Command command, LifecycleRow<?, ?> step, Instant occurred) {
        List<PartyCode> voices = voices((Record) command, context, occurred);
        if (!voices.isEmpty() && !step.isOpenToVoices()) {
            List<String> named = voices.stream()
                    .map(voice -> context.parties().name(voice, occurred))
                    .toList();
            throw new CommandRefusedException(new VoiceMayNot(
                    BilingualText.of(language -> language.list(named)),
                    command.type(),
                    DomainCatalogue.commandsOpenToVoices()));
        }
        return voices;
    }

    /** The acting parties of a command or event that were voices at an instant in valid time, as known now. */
    static List<PartyCode> voices(Record record, DecisionContext context, Instant occurred) {
        return PartyMentions.in(record).stream()
                .filter(Mention::isActing)
                .map(Mention::party)
                .filter(party -> context.parties().isVoice(party, occurred))
                .distinct()
                .toList();
    }

    /** The entry of a development if it were recorded next. */
    static LedgerEntry hypotheticalEntry(
            RecordedHistory history, UUID id, Development development, DecisionContext context) {
        Instant recordedAt = context.now();
        if (!history.entries().isEmpty()
                && !recordedAt.isAfter(history.entries().getLast().recordedAt())) {
            recordedAt = history.entries().getLast().recordedAt().plus(1, ChronoUnit.MICROS);
        }
        return new LedgerEntry(id, history.address(), history.lastPosition() + 1, recordedAt, "", development);
    }
}
