package org.parley.ledger.command;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.lock.Lock;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.ResultMessage;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.contract.command.CommandHash;
import org.parley.contract.command.CommandReader;
import org.parley.contract.command.CommandRequest;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.GroupRefusedException;
import org.parley.domain.decision.Refusal;
import org.parley.domain.decision.Refusal.Invalid;
import org.parley.domain.decision.Refusal.UnknownDevelopment;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.editorial.EditorialCommand.ReleaseDevelopment;
import org.parley.domain.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.ledger.admission.CommandFailures;
import org.parley.ledger.admission.CommandOutcome;
import org.parley.ledger.admission.CommandOutcome.Accepted;
import org.parley.ledger.admission.CommandOutcome.Repeated;
import org.parley.ledger.admission.GroupAdmission;
import org.parley.ledger.admission.RecordDevelopment;
import org.parley.ledger.admission.SettledCommandException;
import org.parley.ledger.admission.StartupComparison;
import org.parley.ledger.admission.VersionCondition;
import org.parley.ledger.store.DevelopmentIdTakenException;
import org.parley.ledger.store.EmbargoEnd;
import org.parley.ledger.store.LedgerEntryRow;
import org.parley.ledger.store.LedgerEntryTable;
import org.parley.ledger.store.LedgerHaltedException;
import org.parley.ledger.store.NegotiationSessions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryTemplate;
import tools.jackson.databind.node.ObjectNode;

/** Records commands, and decides them again after conflicts in the store. */
public final class CommandRecorder {
    /** The editor of events that the ledger records itself. */
    public static final String EDITOR = "parley";

    private static final Logger LOG = LoggerFactory.getLogger(CommandRecorder.class);

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final CommandReader reader = new CommandReader();
    private final CommandBus commands;
    private final LedgerEntryTable entries;
    private final NegotiationSessions sessions;
    private final RetryTemplate retries;
    private final StartupComparison comparison;
    private final Runnable onRecorded;

    /**
     * @param comparison blocks new commands until the store was compared with the topic
     * @param onRecorded called after a new event was committed
     */
    public CommandRecorder(
            CommandBus commands,
            LedgerEntryTable entries,
            NegotiationSessions sessions,
            RetryTemplate retries,
            StartupComparison comparison,
            Runnable onRecorded) {
        this.commands = commands;
        this.entries = entries;
        this.sessions = sessions;
        this.retries = retries;
        this.comparison = comparison;
        this.onRecorded = onRecorded;
    }

    /**
     * The origin of a command.
     *
     * @param editor the user name of the editor
     * @param correlationId the correlation id; null uses the id of the development
     * @param causationId the id of the cause, or null
     * @param condition the required version of the matter, or null
     * @param isChief whether the editor is a chief
     */
    public record CommandOrigin(
            String editor,
            @Nullable String correlationId,
            @Nullable String causationId,
            @Nullable VersionCondition condition,
            boolean isChief) {

        /** The origin of a command of somebody who is not a chief. */
        public CommandOrigin(
                String editor,
                @Nullable String correlationId,
                @Nullable String causationId,
                @Nullable VersionCondition condition) {
            this(editor, correlationId, causationId, condition, false);
        }
    }

    /**
     * The result of a command.
     *
     * @param recorded the entry that is recorded under its id
     * @param isNew false for a repeat
     */
    public record Receipt(LedgerEntryRow recorded, boolean isNew) {}

    /**
     * Records a command.
     *
     * @throws CommandRefusedException if it is refused; nothing has changed
     * @throws CommandConflictException if its id is in use, or the matter has another version
     * @throws LedgerHaltedException if the ledger records no new commands at the moment
     * @throws StoreUnavailableException if the store is busy or unavailable; the command may be repeated
     */
    public Receipt record(CommandRequest request, CommandOrigin given) {
        return record(request, given, null);
    }

    /**
     * Releases a development whose embargo has ended, if it is still under this embargo.
     *
     * @throws CommandRefusedException if it is no longer under this embargo
     * @throws CommandConflictException if the id of the release is in use
     * @throws LedgerHaltedException if the ledger records no new commands at the moment
     * @throws StoreUnavailableException if the store is busy or unavailable
     */
    public Receipt release(EmbargoEnd end) {
        ObjectNode command = Json.MAPPER.createObjectNode();
        command.put("command", ReleaseDevelopment.class.getSimpleName());
        command.put("negotiation", end.negotiation());
        command.put("target", end.target().toString());
        command.put("developmentId", releaseId(end.imposedBy()).toString());
        return record(
                reader.read(command),
                new CommandOrigin(EDITOR, null, end.imposedBy().toString(), null),
                end.imposedBy());
    }

    /** The id of the release that ends an embargo: a UUID of version 5 within the embargo's own id. */
    static UUID releaseId(UUID embargo) {
        return Generators.nameBasedGenerator(embargo).generate(DevelopmentReleased.class.getSimpleName());
    }

    private Receipt record(CommandRequest request, CommandOrigin given, @Nullable UUID endsEmbargo) {
        return record(command(request, given, endsEmbargo));
    }

    private RecordDevelopment command(CommandRequest request, CommandOrigin given, @Nullable UUID endsEmbargo) {
        return command(request, development(request, entries::find), given, endsEmbargo);
    }

    private static RecordDevelopment command(
            CommandRequest request, CommandEnvelope development, CommandOrigin given, @Nullable UUID endsEmbargo) {
        return new RecordDevelopment(
                development.matter().toString(),
                development,
                given.editor(),
                given.correlationId() == null ? development.developmentId().toString() : given.correlationId(),
                given.causationId(),
                CommandHash.of(request, development),
                given.condition(),
                endsEmbargo,
                given.isChief(),
                List.of());
    }

    private Receipt record(RecordDevelopment command) {
        UUID id = command.development().developmentId();
        if (!comparison.isPassed() && entries.find(id).isEmpty()) {
            comparison.require(); // repeats do not have to wait
        }
        CommandOutcome outcome = dispatch(command);
        if (outcome instanceof Accepted) {
            onRecorded.run();
        }
        return receipt(outcome);
    }

    private static Receipt receipt(CommandOutcome outcome) {
        return switch (outcome) {
            case Accepted accepted -> new Receipt(accepted.recorded(), true);
            case Repeated repeated -> new Receipt(repeated.first(), false);
            case CommandOutcome.Declined declined -> throw new CommandRefusedException(declined.refusal());
            case CommandOutcome.IdTaken taken -> throw CommandConflictException.idTaken(taken);
            case CommandOutcome.OtherVersion other -> throw CommandConflictException.otherVersion(other);
            case CommandOutcome.RecordedApart apart -> throw CommandConflictException.recordedApart(apart);
            case CommandOutcome.Grouped ignored -> throw new IllegalStateException("a command alone is no group");
        };
    }

    /**
     * Records commands of one matter together, all or none.
     *
     * @return the result of each command in the same order; asking for it throws what {@link
     *     #record(CommandRequest, CommandOrigin)} throws
     * @throws GroupRefusedException if they are not of one matter, or one has an unknown target or the id of another
     * @throws LedgerHaltedException if the ledger records no new commands at the moment
     * @throws StoreUnavailableException if the store is busy or unavailable; the group may be repeated
     */
    List<Supplier<Receipt>> recordTogether(List<CommandRequest> requests, CommandOrigin given) {
        List<CommandEnvelope> envelopes = together(requests, entries::find);
        List<RecordDevelopment> all = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            all.add(command(requests.get(i), envelopes.get(i), given, null));
        }
        if (all.size() == 1) {
            return List.of(() -> record(all.getFirst()));
        }
        if (!comparison.isPassed()
                && entries.find(envelopes.stream()
                                        .map(CommandEnvelope::developmentId)
                                        .toList())
                                .size()
                        < all.size()) {
            comparison.require();
        }
        CommandOutcome.Grouped group =
                (CommandOutcome.Grouped) dispatch(all.getFirst().followedBy(all.subList(1, all.size())));
        if (group.isAccepted()) {
            onRecorded.run();
        }
        return group.outcomes().stream()
                .map(outcome -> (Supplier<Receipt>) () -> receipt(outcome))
                .toList();
    }

    /**
     * Adds the ids and the address of the matter to the commands of a group.
     *
     * @throws GroupRefusedException if they are not of one matter, or one has an unknown target or the id of another
     */
    List<CommandEnvelope> together(List<CommandRequest> requests, Function<UUID, Optional<LedgerEntryRow>> find) {
        List<UUID> ids = requests.stream()
                .map(request -> request.developmentId() == null ? IDS.generate() : request.developmentId())
                .toList();
        Map<UUID, LedgerEntryRow> own = new HashMap<>();
        Map<UUID, Refusal> refused = new HashMap<>();
        List<CommandEnvelope> envelopes = new ArrayList<>();
        for (int i = 0; i < requests.size(); i++) {
            CommandRequest request = requests.get(i);
            UUID id = ids.get(i);
            if (request.command() instanceof EditorialCommand editorial && refused.containsKey(editorial.target())) {
                continue; // stopped by the command that it speaks of
            }
            try {
                MatterAddress matter = address(
                        request, target -> Optional.ofNullable(own.get(target)).or(() -> find.apply(target)));
                envelopes.add(envelope(request, id, matter));
                if (own.put(id, unrecorded(id, matter)) != null) {
                    refused.put(
                            id,
                            Invalid.at(
                                    "/developmentId",
                                    id + " is the id of two commands of this group",
                                    id + " es el identificador de dos órdenes de este grupo"));
                }
            } catch (CommandRefusedException e) {
                refused.put(id, e.refusal());
            }
        }
        if (!refused.isEmpty()) {
            throw GroupRefusedException.of(ids, refused);
        }
        requireOneMatter(envelopes);
        return envelopes;
    }

    private static void requireOneMatter(List<CommandEnvelope> group) {
        List<MatterAddress> matters =
                group.stream().map(CommandEnvelope::matter).distinct().toList();
        if (matters.size() > 1) {
            throw new GroupRefusedException(group.stream()
                    .map(each -> elsewhere(each.matter(), matters))
                    .toList());
        }
    }

    private static Refusal elsewhere(MatterAddress own, List<MatterAddress> matters) {
        String others = String.join(
                ", ",
                matters.stream()
                        .filter(other -> !other.equals(own))
                        .map(MatterAddress::toString)
                        .toList());
        return Invalid.at(
                own.negotiation().equals(matters.getFirst().negotiation()) ? "/matter" : "/negotiation",
                "commands that are recorded together are of one matter; this one is of " + own + ", and others are of "
                        + others,
                "las órdenes que se registran juntas son de un solo asunto; esta es de «" + own + "», y otras son de "
                        + others);
    }

    /** An entry by which a command of a group finds the matter of an earlier one, its target. */
    private static LedgerEntryRow unrecorded(UUID id, MatterAddress matter) {
        return new LedgerEntryRow(id, matter.negotiation(), matter.kind().slug(), matter.slug(), "", 0, 0, "");
    }

    /**
     * Records commands of one negotiation, together if that is possible, otherwise one by one.
     *
     * @param requests commands with different ids; none is editorial, and at most the last belongs to the negotiation's
     *     own matter
     * @return the result of each command in the same order; asking for it may record the command, and throws what
     *     {@link #record(CommandRequest, CommandOrigin)} throws
     */
    List<Supplier<Receipt>> recordAll(List<CommandRequest> requests, CommandOrigin given) {
        List<RecordDevelopment> all =
                requests.stream().map(request -> command(request, given, null)).toList();
        List<CommandOutcome> outcomes = all.isEmpty() || !comparison.isPassed() ? List.of() : together(all);
        if (outcomes.isEmpty()) {
            return all.stream()
                    .map(command -> (Supplier<Receipt>) () -> record(command))
                    .toList();
        }
        if (outcomes.stream().anyMatch(Accepted.class::isInstance)) {
            onRecorded.run();
        }
        return outcomes.stream()
                .map(outcome -> (Supplier<Receipt>) () -> receipt(outcome))
                .toList();
    }

    /** The outcomes of commands whose events were appended together; empty if they have to be recorded one by one. */
    private List<CommandOutcome> together(List<RecordDevelopment> all) {
        String negotiation = all.getFirst().development().matter().negotiation();
        try (Lock lock = sessions.lock(negotiation)) {
            try {
                sessions.begin(
                        negotiation,
                        all.stream()
                                .map(command -> command.development().developmentId())
                                .toList());
                List<CommandOutcome> outcomes = new ArrayList<>();
                for (RecordDevelopment command : all) {
                    outcomes.add(dispatchOnce(command));
                }
                return sessions.store(negotiation) ? outcomes : List.of();
            } finally {
                sessions.discard(negotiation);
            }
        } catch (Exception e) {
            LOG.debug("{} commands of {} are recorded one by one", all.size(), negotiation, e);
            return List.of();
        }
    }

    private CommandOutcome dispatch(RecordDevelopment command) {
        try {
            return retries.execute(() -> dispatchOnce(command));
        } catch (RetryException e) {
            throw unwrapped(e);
        }
    }

    private CommandOutcome dispatchOnce(RecordDevelopment command) throws Exception {
        String handler = command.development().matter().kind().slug();
        FutureCallback<RecordDevelopment, CommandOutcome> answer = new FutureCallback<>();
        commands.dispatch(new GenericCommandMessage<>(new GenericMessage<>(command), handler), answer);
        return outcome(command, answer.getResult());
    }

    private CommandOutcome outcome(RecordDevelopment command, ResultMessage<? extends CommandOutcome> result)
            throws Exception {
        if (!result.isExceptional()) {
            return result.getPayload();
        }
        Throwable thrown = result.exceptionResult();
        if (thrown instanceof SettledCommandException settled) {
            return settled.outcome();
        }
        if (thrown instanceof DevelopmentIdTakenException) {
            Optional<CommandOutcome> first = recorded(command);
            if (first.isPresent()) {
                return first.get();
            }
            // Another key was violated: what this process knows of the negotiation differs from the store.
            sessions.forget(command.development().matter().negotiation());
        }
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (Exception) thrown;
    }

    /** The outcome of a command, or of a group, of which an id is in use; empty if none is. */
    private Optional<CommandOutcome> recorded(RecordDevelopment command) {
        if (!command.isGroup()) {
            return entries.find(command.development().developmentId())
                    .map(first -> CommandOutcome.repeated(first, command.hash()));
        }
        List<GroupAdmission.Member> group = command.group().stream()
                .map(each -> new GroupAdmission.Member(each.development(), each.hash()))
                .toList();
        return GroupAdmission.settle(
                        group,
                        entries.find(group.stream()
                                .map(member -> member.envelope().developmentId())
                                .toList()),
                        true)
                .map(CommandOutcome.class::cast);
    }

    private static RuntimeException unwrapped(Throwable thrown) {
        Throwable cause = thrown.getCause();
        if (cause != null && (thrown instanceof RetryException || thrown instanceof CommandExecutionException)) {
            return unwrapped(cause);
        }
        if (CommandFailures.isRetryable(thrown) || CommandFailures.isStoreUnavailable(thrown)) {
            return new StoreUnavailableException(thrown);
        }
        return thrown instanceof RuntimeException runtime ? runtime : new IllegalStateException(thrown);
    }

    /** Adds the id and the address of the matter; an editorial command belongs to the matter of its target. */
    CommandEnvelope development(CommandRequest request, Function<UUID, Optional<LedgerEntryRow>> find) {
        return envelope(
                request,
                request.developmentId() == null ? IDS.generate() : request.developmentId(),
                address(request, find));
    }

    private static CommandEnvelope envelope(CommandRequest request, UUID id, MatterAddress matter) {
        return new CommandEnvelope(
                id,
                matter,
                request.command(),
                request.occurred(),
                request.title(),
                request.evidence(),
                request.note(),
                request.embargo());
    }

    private static MatterAddress address(CommandRequest request, Function<UUID, Optional<LedgerEntryRow>> find) {
        if (request.command() instanceof EditorialCommand editorial) {
            LedgerEntryRow target = find.apply(editorial.target())
                    .filter(recorded -> recorded.negotiation().equals(request.negotiation()))
                    .orElseThrow(() -> new CommandRefusedException(new UnknownDevelopment(editorial.target())));
            if (request.matter() != null && !request.matter().equals(target.matter())) {
                throw new CommandRefusedException(Invalid.at(
                        "/matter",
                        "the target belongs to the matter '" + target.matter() + "'",
                        "el objeto pertenece al asunto «" + target.matter() + "»"));
            }
            return new MatterAddress(
                    target.negotiation(), MatterKind.ofSlug(target.kind()).orElseThrow(), target.matter());
        }
        MatterKind kind = DomainCatalogue.kindOf(request.command()).orElseThrow();
        return kind == MatterKind.NEGOTIATION || request.matter() == null
                ? MatterAddress.ofNegotiation(request.negotiation())
                : new MatterAddress(request.negotiation(), kind, request.matter());
    }
}
