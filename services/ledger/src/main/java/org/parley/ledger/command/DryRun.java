package org.parley.ledger.command;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.access.language.RequestLanguage;
import org.parley.contract.DevelopmentJson;
import org.parley.contract.Json;
import org.parley.contract.command.CommandHash;
import org.parley.contract.command.CommandRequest;
import org.parley.contract.state.StateJson;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.CommandPreview;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.DecisionContext;
import org.parley.domain.decision.GroupRefusedException;
import org.parley.domain.decision.Refusal;
import org.parley.domain.decision.RetractionRight;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.PartyRegister;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.language.Language;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.parley.domain.party.PartyCode;
import org.parley.domain.state.EntrySentence;
import org.parley.ledger.admission.CommandAdmission;
import org.parley.ledger.admission.CommandOutcome;
import org.parley.ledger.admission.ExportLineLimit;
import org.parley.ledger.admission.GroupAdmission;
import org.parley.ledger.admission.VersionCondition;
import org.parley.ledger.store.EventMetadata;
import org.parley.ledger.store.LedgerEntryRow;
import org.parley.ledger.store.LedgerEntryTable;
import org.parley.ledger.store.PartyRegisterCache;
import org.parley.telemetry.CorrelationId;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Evaluates a command without recording it: with the same decision as a real command, but from the store and without
 * the cache. Everything is read in one transaction with a consistent snapshot.
 */
final class DryRun {
    private final EventStore store;
    private final LedgerEntryTable entries;
    private final PartyRegisterCache parties;
    private final CommandRecorder ledger;
    private final Clock clock;
    private final TransactionTemplate snapshot;

    DryRun(
            EventStore store,
            LedgerEntryTable entries,
            PartyRegisterCache parties,
            CommandRecorder ledger,
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
     * @throws CommandRefusedException if it would be refused
     * @throws CommandConflictException if its id is in use, or the matter has another version
     */
    ObjectNode of(CommandRequest request, @Nullable VersionCondition condition) {
        return of(request, condition, new DryRunSession());
    }

    /**
     * The result that the command would have after the earlier commands of the same dry run.
     *
     * @throws CommandRefusedException if it would be refused
     * @throws CommandConflictException if its id is in use, or the matter has another version
     */
    ObjectNode of(CommandRequest request, @Nullable VersionCondition condition, DryRunSession session) {
        return Objects.requireNonNull(snapshot.execute(status -> evaluate(request, condition, session)));
    }

    /**
     * The results that the commands would have if they were recorded together.
     *
     * @throws GroupRefusedException if they would be refused
     */
    List<Supplier<ObjectNode>> together(List<CommandRequest> requests) {
        return Objects.requireNonNull(snapshot.execute(status -> evaluate(requests)));
    }

    private List<Supplier<ObjectNode>> evaluate(List<CommandRequest> requests) {
        List<CommandEnvelope> group = ledger.together(requests, entries::find);
        List<GroupAdmission.Member> members = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            members.add(new GroupAdmission.Member(group.get(i), CommandHash.of(requests.get(i), group.get(i))));
        }
        MatterAddress matter = group.getFirst().matter();
        Optional<CommandOutcome.Grouped> settled = GroupAdmission.settle(
                members,
                entries.find(group.stream().map(CommandEnvelope::developmentId).toList()),
                entries.isOpened(matter.negotiation()));
        if (settled.isPresent()) {
            return settled.get().outcomes().stream()
                    .map(outcome -> (Supplier<ObjectNode>) () -> settled(outcome))
                    .toList();
        }
        RecordedHistory history = history(matter);
        DecisionContext context =
                new DecisionContext(clock.instant().truncatedTo(ChronoUnit.MICROS), parties.of(matter.negotiation()));
        requireRights(group, history, context);
        List<CommandPreview> previews = CommandPreview.together(history, group, context);
        requireSizes(previews, group, context);
        return previews.stream()
                .map(preview ->
                        (Supplier<ObjectNode>) () -> forecast(preview, context).put("version", history.version()))
                .toList();
    }

    private static void requireRights(List<CommandEnvelope> group, RecordedHistory history, DecisionContext context) {
        Map<UUID, Refusal> refused = new HashMap<>();
        for (CommandEnvelope each : group) {
            try {
                requireRight(history, each, context);
            } catch (CommandRefusedException e) {
                refused.put(each.developmentId(), e.refusal());
            }
        }
        if (!refused.isEmpty()) {
            throw GroupRefusedException.of(
                    group.stream().map(CommandEnvelope::developmentId).toList(), refused);
        }
    }

    private static void requireRight(RecordedHistory history, CommandEnvelope given, DecisionContext context) {
        ParleyPrincipal principal = ParleyPrincipal.current();
        if (!principal.hasRole(Role.CHIEF)) {
            RetractionRight.require(history, given.command(), principal.name(), context);
        }
    }

    private static void requireSizes(
            List<CommandPreview> previews, List<CommandEnvelope> group, DecisionContext context) {
        Map<UUID, Refusal> refused = new HashMap<>();
        for (int i = 0; i < group.size(); i++) {
            try {
                requireSize(group.get(i), previews.get(i).development(), context, i + 1 < group.size());
            } catch (CommandRefusedException e) {
                refused.put(group.get(i).developmentId(), e.refusal());
            }
        }
        if (!refused.isEmpty()) {
            throw GroupRefusedException.of(
                    group.stream().map(CommandEnvelope::developmentId).toList(), refused);
        }
    }

    private static void requireSize(
            CommandEnvelope given, Development development, DecisionContext context, boolean isContinued) {
        EventMetadata metadata = new EventMetadata(
                given.developmentId(),
                given.matter(),
                1, // any: the limit does not depend on it
                context.now(),
                ParleyPrincipal.current().name(),
                CorrelationId.current().orElse(given.developmentId().toString()),
                null,
                LedgerEntryRow.UNKNOWN_COMMAND,
                isContinued);
        ExportLineLimit.require(metadata, development, DevelopmentJson.canonical(development));
    }

    private static ObjectNode settled(CommandOutcome outcome) {
        return switch (outcome) {
            case CommandOutcome.Repeated repeated -> repeat(repeated.first());
            case CommandOutcome.IdTaken taken -> throw CommandConflictException.idTaken(taken);
            case CommandOutcome.OtherVersion other -> throw CommandConflictException.otherVersion(other);
            case CommandOutcome.RecordedApart apart -> throw CommandConflictException.recordedApart(apart);
            case CommandOutcome.Declined declined -> throw new CommandRefusedException(declined.refusal());
            case CommandOutcome.Accepted ignored -> throw new IllegalStateException("a dry run records nothing");
            case CommandOutcome.Grouped ignored -> throw new IllegalStateException("an outcome of one command");
        };
    }

    private ObjectNode evaluate(CommandRequest request, @Nullable VersionCondition condition, DryRunSession session) {
        CommandEnvelope given = ledger.development(request, id -> found(id, session));
        CommandHash hash = CommandHash.of(request, given);
        MatterAddress matter = given.matter();
        RecordedHistory tried = session.history(matter);
        RecordedHistory history = tried == null ? history(matter) : tried;
        int version = history.version();
        CommandOutcome settled = CommandAdmission.settle(
                        given,
                        hash,
                        condition,
                        found(given.developmentId(), session).orElse(null),
                        entries.isOpened(matter.negotiation()) || session.hasOpened(matter.negotiation()),
                        version)
                .orElse(null);
        if (settled != null) {
            return settled(settled);
        }
        DecisionContext decisionContext = new DecisionContext(
                clock.instant().truncatedTo(ChronoUnit.MICROS), parties(matter.negotiation(), session));
        requireRight(history, given, decisionContext);
        CommandPreview forecast = CommandPreview.of(
                history,
                given,
                decisionContext,
                development -> requireSize(given, development, decisionContext, false));
        session.add(forecast, hash);
        return forecast(forecast, decisionContext).put("version", version);
    }

    private PartyRegister parties(String negotiation, DryRunSession session) {
        PartyRegister tried = session.parties(negotiation);
        return tried == null ? parties.of(negotiation) : tried;
    }

    private Optional<LedgerEntryRow> found(UUID id, DryRunSession session) {
        return session.find(id).or(() -> entries.find(id));
    }

    private RecordedHistory history(MatterAddress matter) {
        RecordedHistory history = new RecordedHistory(matter);
        store.readEvents(matter.toString())
                .forEachRemaining(event ->
                        history.record(EventMetadata.of(event.getMetaData()).entry((Development) event.getPayload())));
        return history;
    }

    private static ObjectNode repeat(LedgerEntryRow recorded) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("repeats", recorded.developmentId().toString());
        json.setAll((ObjectNode) Json.MAPPER.valueToTree(CommandAnswer.of(recorded)));
        return json;
    }

    private static ObjectNode forecast(CommandPreview forecast, DecisionContext decisionContext) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ObjectNode event = json.putObject("event");
        Development development = forecast.development();
        UUID id = forecast.developmentId();
        LedgerEntry recorded = forecast.history().entry(id).orElseThrow();
        Language language = RequestLanguage.ofAnswer();
        event.put("developmentId", id.toString());
        event.put("type", development.event().type());
        event.put("negotiation", forecast.matter().negotiation());
        event.put("kind", forecast.matter().kind().slug());
        event.put("matter", forecast.matter().slug());
        event.put("summary", EntrySentence.of(context(forecast.history(), decisionContext), recorded, language));
        if (development.embargo() != null) {
            event.put("held", true);
            if (development.embargo().until() != null) {
                event.put("heldUntil", development.embargo().until().text());
            }
        }
        event.set("data", DevelopmentJson.write(development));
        json.set("before", state(forecast.before()));
        json.set("after", state(forecast.after()));
        ArrayNode warnings = json.putArray("warnings");
        forecast.warnings().forEach(warning -> {
            ObjectNode each = warnings.addObject();
            each.put("code", warning.code());
            each.put("detail", warning.message().in(language));
            each.put("developmentId", warning.developmentId().toString());
        });
        return json;
    }

    /** Includes the tried command, so that a command that names a party is described with that name. */
    private static EntrySentence.Context context(RecordedHistory with, DecisionContext decisionContext) {
        PartyRegister parties =
                with.address().kind() == MatterKind.NEGOTIATION ? PartyRegister.of(with) : decisionContext.parties();
        return new EntrySentence.Context() {
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
            public Optional<MatterState> stateAfter(LedgerEntry entry) {
                return with.stateAfter(entry);
            }

            @Override
            public Optional<LedgerEntry> entry(MatterAddress matter, UUID id) {
                return with.entry(id);
            }
        };
    }

    /** The state at the present: everything recorded counts, whatever its date. */
    private static JsonNode state(@Nullable MatterState state) {
        return state == null ? Json.MAPPER.nullNode() : StateJson.of(state, Instant.MAX);
    }
}
