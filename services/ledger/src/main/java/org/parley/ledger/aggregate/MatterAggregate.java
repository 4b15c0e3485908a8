package org.parley.ledger.aggregate;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import org.parley.domain.decision.CommandDecider;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.GroupDecider;
import org.parley.domain.decision.GroupRefusedException;
import org.parley.domain.decision.Refusal;
import org.parley.domain.decision.RetractionRight;
import org.parley.domain.editorial.EditorialCommand.ReleaseDevelopment;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.language.BilingualText;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterAddress;
import org.parley.ledger.admission.CommandAdmission;
import org.parley.ledger.admission.CommandOutcome;
import org.parley.ledger.admission.CommandOutcome.Accepted;
import org.parley.ledger.admission.CommandOutcome.Grouped;
import org.parley.ledger.admission.EventPlacement;
import org.parley.ledger.admission.ExportLineLimit;
import org.parley.ledger.admission.GroupAdmission;
import org.parley.ledger.admission.RecordDevelopment;
import org.parley.ledger.admission.SettledCommandException;
import org.parley.ledger.admission.StaleAggregateException;
import org.parley.ledger.store.DevelopmentSerializer;
import org.parley.ledger.store.EventMetadata;
import org.parley.ledger.store.LedgerEntryRow;
import org.parley.ledger.store.NegotiationSession;

/**
 * The Axon aggregate of a matter. Axon loads it with its history and passes it a command; if the command is accepted,
 * it applies one event, which becomes part of the history. It is never deleted.
 */
abstract class MatterAggregate {
    /** The memory of an entry without its texts: measured, and rounded up. */
    private static final int BYTES_AN_ENTRY = 1_024;

    @AggregateIdentifier
    private @Nullable String address;

    private @Nullable RecordedHistory history;

    /** The session of the last decision. */
    private @Nullable NegotiationSession session;

    private long bytes;

    /**
     * Decides about a command and applies the event. An existing matter returns any other outcome, so that it stays in
     * the cache.
     *
     * @throws StaleAggregateException if this matter was cached before its negotiation was read again
     * @throws SettledCommandException if the matter does not exist and the command records nothing
     */
    CommandOutcome decide(RecordDevelopment command) {
        EventPlacement placement = EventPlacement.current();
        CommandEnvelope given = command.development();
        RecordedHistory known = history == null ? new RecordedHistory(given.matter()) : history;
        if (session != null && session != placement.session()) {
            throw new StaleAggregateException(given.matter());
        }
        session = placement.session();
        int version = known.version();
        CommandOutcome outcome = command.isGroup()
                ? decideTogether(command.group(), known, placement)
                : CommandAdmission.settle(
                                given,
                                command.hash(),
                                command.condition(),
                                placement.recorded(given.developmentId(), known),
                                placement.isOpened(),
                                version)
                        .orElseGet(() -> decide(command, known, placement));
        if (version == 0 && !isAccepted(outcome)) {
            throw new SettledCommandException(outcome);
        }
        return outcome;
    }

    private static boolean isAccepted(CommandOutcome outcome) {
        return outcome instanceof Accepted || (outcome instanceof Grouped group && group.isAccepted());
    }

    private static CommandOutcome decide(RecordDevelopment command, RecordedHistory known, EventPlacement placement) {
        CommandEnvelope given = command.development();
        try {
            requireEmbargo(known, command);
            requireRight(known, command, placement);
            Development accepted = CommandDecider.decide(known, given, placement.decisionContext());
            EventMetadata metadata = metadata(command, placement, 0, false);
            requireSize(accepted, metadata);
            return apply(command, accepted, metadata, known.version() + 1L);
        } catch (CommandRefusedException refused) {
            return new CommandOutcome.Declined(refused.refusal());
        }
    }

    /** Decides about a group of commands; applies all of their events or none. */
    private static CommandOutcome decideTogether(
            List<RecordDevelopment> group, RecordedHistory known, EventPlacement placement) {
        List<UUID> ids =
                group.stream().map(each -> each.development().developmentId()).toList();
        Optional<Grouped> settled = GroupAdmission.settle(
                group.stream()
                        .map(each -> new GroupAdmission.Member(each.development(), each.hash()))
                        .toList(),
                placement.entries().find(ids),
                placement.isOpened());
        if (settled.isPresent()) {
            return settled.get();
        }
        int version = known.version();
        try {
            requireForEach(group, ids, each -> requireRight(known, each, placement));
            List<Development> accepted = GroupDecider.decide(
                            known,
                            group.stream().map(RecordDevelopment::development).toList(),
                            placement.decisionContext())
                    .developments();
            List<EventMetadata> metadata = new ArrayList<>();
            for (int i = 0; i < group.size(); i++) {
                metadata.add(metadata(group.get(i), placement, i, i + 1 < group.size()));
            }
            requireForEach(group, ids, each -> {
                int index = group.indexOf(each);
                requireSize(accepted.get(index), metadata.get(index));
            });
            List<CommandOutcome> outcomes = new ArrayList<>();
            for (int i = 0; i < group.size(); i++) {
                outcomes.add(apply(group.get(i), accepted.get(i), metadata.get(i), version + 1L + i));
            }
            return new Grouped(outcomes);
        } catch (GroupRefusedException refused) {
            return new Grouped(refused.refusals().stream()
                    .map(refusal -> (CommandOutcome) new CommandOutcome.Declined(refusal))
                    .toList());
        }
    }

    private static void requireForEach(
            List<RecordDevelopment> group, List<UUID> ids, Consumer<RecordDevelopment> rule) {
        Map<UUID, Refusal> refused = new HashMap<>();
        for (RecordDevelopment each : group) {
            try {
                rule.accept(each);
            } catch (CommandRefusedException e) {
                refused.put(each.development().developmentId(), e.refusal());
            }
        }
        if (!refused.isEmpty()) {
            throw GroupRefusedException.of(ids, refused);
        }
    }

    /** The metadata of an event. Those of a group have consecutive positions, and different instants. */
    private static EventMetadata metadata(
            RecordDevelopment command, EventPlacement placement, int index, boolean isContinued) {
        return new EventMetadata(
                command.development().developmentId(),
                command.development().matter(),
                placement.position() + index,
                placement.recordedAt().plus(index, ChronoUnit.MICROS),
                command.editor(),
                command.correlationId(),
                command.causationId(),
                command.hash().decoded(),
                isContinued);
    }

    private static CommandOutcome apply(
            RecordDevelopment command, Development accepted, EventMetadata metadata, long version) {
        MatterAddress matter = metadata.matter();
        LedgerEntryRow recorded = new LedgerEntryRow(
                metadata.developmentId(),
                matter.negotiation(),
                matter.kind().slug(),
                matter.slug(),
                accepted.event().type(),
                metadata.position(),
                version,
                command.hash().decoded());
        AggregateLifecycle.apply(accepted, metadata.toMetaData());
        return new Accepted(recorded);
    }

    @EventSourcingHandler
    void on(Development development, MetaData metaData) {
        EventMetadata metadata = EventMetadata.of(metaData);
        if (history == null) {
            address = metadata.matter().toString();
            history = new RecordedHistory(metadata.matter());
        }
        history.record(metadata.entry(development));
        bytes += BYTES_AN_ENTRY + 2L * DevelopmentSerializer.approximateLength(development);
    }

    /** The approximate memory of the history. */
    long bytes() {
        return bytes;
    }

    /** Requires that the embargo to end still exists: it may have been extended or released in the meantime. */
    private static void requireEmbargo(RecordedHistory known, RecordDevelopment command) {
        UUID ends = command.endsEmbargo();
        if (ends == null || !(command.development().command() instanceof ReleaseDevelopment release)) {
            return;
        }
        UUID target = release.target();
        if (known.embargo(target)
                .filter(embargo -> embargo.imposedBy().equals(ends))
                .isEmpty()) {
            throw new CommandRefusedException(new Refusal.NotApplicable(
                    new BilingualText(
                            target + " is no longer under the embargo " + ends + ".",
                            target + " ya no está bajo el embargo " + ends + "."),
                    target,
                    known.standing(target)));
        }
    }

    private static void requireRight(RecordedHistory known, RecordDevelopment command, EventPlacement placement) {
        if (!command.isByChief()) {
            RetractionRight.require(
                    known, command.development().command(), command.editor(), placement.decisionContext());
        }
    }

    private static void requireSize(Development development, EventMetadata metadata) {
        ExportLineLimit.require(metadata, development, DevelopmentSerializer.bytes(development));
    }
}
