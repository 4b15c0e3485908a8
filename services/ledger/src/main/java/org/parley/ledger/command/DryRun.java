package org.parley.ledger.command;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.parley.contract.CommandHash;
import org.parley.contract.CommandRequest;
import org.parley.contract.DevelopmentJson;
import org.parley.contract.Json;
import org.parley.contract.StateJson;
import org.parley.history.Desk;
import org.parley.history.Entry;
import org.parley.history.Forecast;
import org.parley.history.History;
import org.parley.history.LogDevelopment;
import org.parley.history.PartyRegister;
import org.parley.history.Refusal.UnknownNegotiation;
import org.parley.history.Refused;
import org.parley.ledger.store.Entries;
import org.parley.ledger.store.Outcome;
import org.parley.ledger.store.PartyRegisters;
import org.parley.ledger.store.Recorded;
import org.parley.ledger.store.Stamp;
import org.parley.ledger.store.VersionCondition;
import org.parley.matter.Development;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.party.PartyCode;
import org.parley.process.ProcessCommand.OpenNegotiation;
import org.parley.state.Sentence;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evaluates a command without recording it: with the same decision as a real command, but from the store and without
 * the cache. Everything is read in one transaction with a consistent snapshot.
 */
final class DryRun {
    private final EventStore store;
    private final Entries entries;
    private final PartyRegisters parties;
    private final Ledger ledger;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    DryRun(
            EventStore store,
            Entries entries,
            PartyRegisters parties,
            Ledger ledger,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.entries = entries;
        this.parties = parties;
        this.ledger = ledger;
        this.clock = clock;
        this.snapshot = new TransactionTemplate(transactions);
        snapshot.setReadOnly(true);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /**
     * The result that the command would have.
     *
     * @throws Refused if it would be refused
     * @throws Conflict if its id is in use, or the matter has another version
     */
    ObjectNode of(CommandRequest request, @Nullable VersionCondition condition) {
        return of(request, condition, new Trial());
    }

    /**
     * The result that the command would have after the earlier commands of the same dry run.
     *
     * @throws Refused if it would be refused
     * @throws Conflict if its id is in use, or the matter has another version
     */
    ObjectNode of(CommandRequest request, @Nullable VersionCondition condition, Trial session) {
        return Objects.requireNonNull(snapshot.execute(status -> evaluate(request, condition, session)));
    }

    private ObjectNode evaluate(CommandRequest request, @Nullable VersionCondition condition, Trial session) {
        LogDevelopment given = ledger.development(request, id -> found(id, session));
        CommandHash hash = CommandHash.of(request, given);
        Optional<Recorded> before = found(given.developmentId(), session);
        if (before.isPresent()) {
            if (Outcome.repeated(before.get(), hash) instanceof Outcome.IdTaken taken) {
                throw Conflict.idTaken(taken);
            }
            return repeat(before.get());
        }
        MatterAddress matter = given.matter();
        Desk decisionContext = new Desk(clock.instant().truncatedTo(ChronoUnit.MICROS), parties(matter.negotiation(), session));
        boolean opened = entries.isOpened(matter.negotiation()) || session.hasOpened(matter.negotiation());
        if (!opened && !(given.command() instanceof OpenNegotiation)) {
            throw new Refused(new UnknownNegotiation(matter.negotiation()));
        }
        History tried = session.history(matter);
        History history = tried == null ? history(matter) : tried;
        int version = history.version();
        if (condition != null && !condition.isMetBy(version)) {
            throw Conflict.otherVersion(new Outcome.OtherVersion(matter, condition, version));
        }
        Forecast forecast = Forecast.of(history, given, decisionContext);
        session.take(forecast, hash);
        return forecast(forecast, decisionContext).put("version", version);
    }

    private PartyRegister parties(String negotiation, Trial session) {
        PartyRegister tried = session.parties(negotiation);
        return tried == null ? parties.of(negotiation) : tried;
    }

    private Optional<Recorded> found(UUID id, Trial session) {
        return session.find(id).or(() -> entries.find(id));
    }

    private History history(MatterAddress matter) {
        History history = new History(matter);
        store.readEvents(matter.toString())
                .forEachRemaining(
                        event -> history.record(Stamp.of(event.getMetaData()).entry((Development) event.getPayload())));
        return history;
    }

    private static ObjectNode repeat(Recorded recorded) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("repeats", recorded.developmentId().toString());
        json.setAll((ObjectNode) Json.MAPPER.valueToTree(CommandAnswer.of(recorded)));
        return json;
    }

    private static ObjectNode forecast(Forecast forecast, Desk decisionContext) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ObjectNode event = json.putObject("event");
        Development development = forecast.development();
        UUID id = forecast.developmentId();
        Entry recorded = forecast.with().entry(id).orElseThrow();
        event.put("developmentId", id.toString());
        event.put("type", development.event().type());
        event.put("negotiation", forecast.matter().negotiation());
        event.put("kind", forecast.matter().kind().slug());
        event.put("matter", forecast.matter().slug());
        event.put("summary", Sentence.of(context(forecast.with(), decisionContext), recorded));
        if (development.embargo() != null) {
            event.put("held", true);
            if (development.embargo().until() != null) {
                event.put("heldUntil", development.embargo().until().text());
            }
        }
        event.set("data", DevelopmentJson.write(development));
        json.set("before", state(forecast.before()));
        json.set("after", state(forecast.after()));
        json.set("warnings", Json.MAPPER.<JsonNode>valueToTree(forecast.warnings()));
        return json;
    }

    /** Includes the tried command, so that a command that names a party is described with that name. */
    private static Sentence.Context context(History with, Desk decisionContext) {
        PartyRegister parties = with.address().kind() == Kind.NEGOTIATION ? PartyRegister.of(with) : decisionContext.parties();
        return new Sentence.Context() {
            @Override
            public String partyName(PartyCode code, Instant world) {
                return parties.name(code, world);
            }

            @Override
            public String admittedName(PartyCode code, String recorded, Instant world) {
                return parties.admittedName(code, recorded, world);
            }

            @Override
            public boolean isRenamed(PartyCode code, String name, Instant world) {
                return parties.isRenamed(code, name, world);
            }

            @Override
            public String title(MatterAddress matter, Instant world) {
                return with.title(world);
            }

            @Override
            public Optional<MatterState> stateAfter(Entry entry) {
                return with.stateAfter(entry);
            }

            @Override
            public Optional<Entry> entry(MatterAddress matter, UUID id) {
                return with.entry(id);
            }
        };
    }

    /** The state at the present: everything recorded counts, whatever its date. */
    private static JsonNode state(@Nullable MatterState state) {
        return state == null ? Json.MAPPER.nullNode() : StateJson.of(state, Instant.MAX);
    }
}
