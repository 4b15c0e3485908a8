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
import org.parley.catalogue.Catalogue;
import org.parley.contract.CommandHash;
import org.parley.contract.CommandReader;
import org.parley.contract.CommandRequest;
import org.parley.contract.Json;
import org.parley.editorial.EditorialCommand;
import org.parley.editorial.EditorialCommand.ReleaseDevelopment;
import org.parley.editorial.EditorialEvent.DevelopmentReleased;
import org.parley.history.LogDevelopment;
import org.parley.history.Refusal.Invalid;
import org.parley.history.Refusal.UnknownDevelopment;
import org.parley.history.Refused;
import org.parley.ledger.store.Conflicts;
import org.parley.ledger.store.EmbargoEnd;
import org.parley.ledger.store.Entries;
import org.parley.ledger.store.FirstComparison;
import org.parley.ledger.store.Halted;
import org.parley.ledger.store.Outcome;
import org.parley.ledger.store.Outcome.Accepted;
import org.parley.ledger.store.Outcome.Repeated;
import org.parley.ledger.store.RecordDevelopment;
import org.parley.ledger.store.Recorded;
import org.parley.ledger.store.VersionCondition;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryTemplate;
import tools.jackson.databind.node.ObjectNode;

/** Takes commands in, one transaction each, and tells what they became. */
public final class Ledger {
    /** The editor of what the ledger records itself. */
    public static final String EDITOR = "parley";

    private static final NoArgGenerator IDS = Generators.timeBasedEpochGenerator();

    private final CommandReader reader = new CommandReader();
    private final CommandBus commands;
    private final Entries entries;
    private final RetryTemplate retries;
    private final FirstComparison comparison;
    private final Runnable onRecorded;

    /**
     * The ledger.
     *
     * @param comparison tells whether the store may be behind what was published from it
     * @param onRecorded called after something new was recorded
     */
    public Ledger(
            CommandBus commands,
            Entries entries,
            RetryTemplate retries,
            FirstComparison comparison,
            Runnable onRecorded) {
        this.commands = commands;
        this.entries = entries;
        this.retries = retries;
        this.comparison = comparison;
        this.onRecorded = onRecorded;
    }

    /**
     * Who gives a command, and in which connection.
     *
     * @param editor who is signed in
     * @param correlationId what the command belongs together with; null makes it its own
     * @param causationId what brought it about, or null
     * @param condition what the matter's version must be, or null
     */
    public record Given(
            String editor,
            @Nullable String correlationId,
            @Nullable String causationId,
            @Nullable VersionCondition condition) {}

    /**
     * What a command became.
     *
     * @param recorded what is recorded under its id
     * @param isNew whether it was recorded now, not before
     */
    public record Receipt(Recorded recorded, boolean isNew) {}

    /**
     * Records what a command asks.
     *
     * @throws Refused when it is refused; nothing has changed then
     * @throws Conflict when its id is taken, or the matter has another version
     * @throws Halted when nothing new is recorded at the moment
     * @throws StoreUnavailable when the store is busy or away
     */
    public Receipt record(CommandRequest request, Given given) {
        return record(request, given, null);
    }

    /**
     * Releases what is under an embargo whose end has come, if it still is.
     *
     * @throws Refused when that embargo does not stand any more
     * @throws Conflict when the id of the release is taken
     * @throws Halted when nothing new is recorded at the moment
     * @throws StoreUnavailable when the store is busy or away
     */
    public Receipt release(EmbargoEnd end) {
        ObjectNode command = Json.MAPPER.createObjectNode();
        command.put("command", ReleaseDevelopment.class.getSimpleName());
        command.put("negotiation", end.negotiation());
        command.put("target", end.target().toString());
        command.put("developmentId", releaseId(end.imposedBy()).toString());
        return record(
                reader.read(command), new Given(EDITOR, null, end.imposedBy().toString(), null), end.imposedBy());
    }

    /** The id of the release that ends an embargo: a UUID of version 5 within the embargo's own id. */
    static UUID releaseId(UUID embargo) {
        return Generators.nameBasedGenerator(embargo).generate(DevelopmentReleased.class.getSimpleName());
    }

    private Receipt record(CommandRequest request, Given given, @Nullable UUID endsEmbargo) {
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
            comparison.require(); // a repeat is answered in any case
        }
        Outcome outcome = dispatch(command);
        return switch (outcome) {
            case Accepted ignored -> {
                onRecorded.run();
                yield new Receipt(entries.find(id).orElseThrow(), true);
            }
            case Repeated repeated -> new Receipt(repeated.first(), false);
            case Outcome.Declined declined -> throw new Refused(declined.refusal());
            case Outcome.IdTaken taken -> throw Conflict.idTaken(taken);
            case Outcome.OtherVersion other -> throw Conflict.otherVersion(other);
        };
    }

    private Outcome dispatch(RecordDevelopment command) {
        String handler = command.development().matter().kind().slug();
        try {
            return retries.execute(() -> {
                FutureCallback<RecordDevelopment, Outcome> answer = new FutureCallback<>();
                commands.dispatch(new GenericCommandMessage<>(new GenericMessage<>(command), handler), answer);
                return outcome(answer.getResult());
            });
        } catch (RetryException e) {
            throw unwrapped(e);
        }
    }

    private static Outcome outcome(ResultMessage<? extends Outcome> result) throws Throwable {
        if (result.isExceptional()) {
            throw result.exceptionResult();
        }
        return result.getPayload();
    }

    private static RuntimeException unwrapped(Throwable thrown) {
        Throwable cause = thrown.getCause();
        if (cause != null && (thrown instanceof RetryException || thrown instanceof CommandExecutionException)) {
            return unwrapped(cause);
        }
        if (Conflicts.isWorthARetry(thrown) || Conflicts.isStoreAway(thrown)) {
            return new StoreUnavailable(thrown);
        }
        return thrown instanceof RuntimeException runtime ? runtime : new IllegalStateException(thrown);
    }

    /** The command with its id and the address of its matter; an editorial one belongs to the matter of its target. */
    LogDevelopment development(CommandRequest request, Function<UUID, Optional<Recorded>> find) {
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

    private static MatterAddress address(CommandRequest request, Function<UUID, Optional<Recorded>> find) {
        if (request.command() instanceof EditorialCommand editorial) {
            Recorded target = find.apply(editorial.target())
                    .filter(recorded -> recorded.negotiation().equals(request.negotiation()))
                    .orElseThrow(() -> new Refused(new UnknownDevelopment(editorial.target())));
            if (request.matter() != null && !request.matter().equals(target.matter())) {
                throw new Refused(Invalid.at("/matter", "the target belongs to the matter '" + target.matter() + "'"));
            }
            return new MatterAddress(
                    target.negotiation(), Kind.ofSlug(target.kind()).orElseThrow(), target.matter());
        }
        Kind kind = Catalogue.kindOf(request.command()).orElseThrow();
        return kind == Kind.NEGOTIATION || request.matter() == null
                ? MatterAddress.ofNegotiation(request.negotiation())
                : new MatterAddress(request.negotiation(), kind, request.matter());
    }
}
