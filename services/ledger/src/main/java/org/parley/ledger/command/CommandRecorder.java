package org.parley.ledger.command;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.NoArgGenerator;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.ResultMessage;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.contract.command.CommandHash;
import org.parley.contract.command.CommandReader;
import org.parley.contract.command.CommandRequest;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.LogDevelopment;
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
import org.parley.ledger.store.LedgerHaltedException;
import org.parley.ledger.admission.RecordDevelopment;
import org.parley.ledger.admission.SettledCommandException;
import org.parley.ledger.admission.StartupComparison;
import org.parley.ledger.admission.VersionCondition;
import org.parley.ledger.store.DevelopmentIdTakenException;
import org.parley.ledger.store.EmbargoEnd;
import org.parley.ledger.store.LedgerEntries;
import org.parley.ledger.store.LedgerEntryRow;
import org.parley.ledger.store.NegotiationSessions;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryTemplate;
import tools.jackson.databind.node.ObjectNode;

/** Records commands, and decides them again after conflicts in the store. */
public final class CommandRecorder {
    /** The editor of events that the ledger records itself. */
    public static final String EDITOR = "parley";

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final CommandReader reader = new CommandReader();
    private final CommandBus commands;
    private final LedgerEntries entries;
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
            LedgerEntries entries,
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
     */
    public record CommandOrigin(
            String editor,
            @Nullable String correlationId,
            @Nullable String causationId,
            @Nullable VersionCondition condition) {}

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
        LogDevelopment development = development(request, entries::find);
        UUID id = development.developmentId();
        RecordDevelopment command = new RecordDevelopment(
                development.matter().toString(),
                development,
                given.editor(),
                given.correlationId() == null ? id.toString() : given.correlationId(),
                given.causationId(),
                CommandHash.of(request, development),
                given.condition(),
                endsEmbargo);
        if (!comparison.isPassed() && entries.find(id).isEmpty()) {
            comparison.require(); // repeats do not have to wait
        }
        CommandOutcome outcome = dispatch(command);
        return switch (outcome) {
            case Accepted accepted -> {
                onRecorded.run();
                yield new Receipt(accepted.recorded(), true);
            }
            case Repeated repeated -> new Receipt(repeated.first(), false);
            case CommandOutcome.Declined declined -> throw new CommandRefusedException(declined.refusal());
            case CommandOutcome.IdTaken taken -> throw CommandConflictException.idTaken(taken);
            case CommandOutcome.OtherVersion other -> throw CommandConflictException.otherVersion(other);
        };
    }

    private CommandOutcome dispatch(RecordDevelopment command) {
        String handler = command.development().matter().kind().slug();
        try {
            return retries.execute(() -> {
                FutureCallback<RecordDevelopment, CommandOutcome> answer = new FutureCallback<>();
                commands.dispatch(new GenericCommandMessage<>(new GenericMessage<>(command), handler), answer);
                return outcome(command, answer.getResult());
            });
        } catch (RetryException e) {
            throw unwrapped(e);
        }
    }

    private CommandOutcome outcome(RecordDevelopment command, ResultMessage<? extends CommandOutcome> result)
            throws Throwable {
        if (!result.isExceptional()) {
            return result.getPayload();
        }
        Throwable thrown = result.exceptionResult();
        if (thrown instanceof SettledCommandException settled) {
            return settled.outcome();
        }
        if (thrown instanceof DevelopmentIdTakenException) {
            Optional<LedgerEntryRow> first =
                    entries.find(command.development().developmentId());
            if (first.isPresent()) {
                return CommandOutcome.repeated(first.get(), command.hash());
            }
            // Another key was violated: what this process knows of the negotiation differs from the store.
            sessions.forget(command.development().matter().negotiation());
        }
        throw thrown;
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
    LogDevelopment development(CommandRequest request, Function<UUID, Optional<LedgerEntryRow>> find) {
        return new LogDevelopment(
                request.developmentId() == null ? IDS.generate() : request.developmentId(),
                address(request, find),
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
                throw new CommandRefusedException(
                        Invalid.at("/matter", "the target belongs to the matter '" + target.matter() + "'"));
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
