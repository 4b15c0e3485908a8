package org.parley.ledger.aggregate;

import java.util.UUID;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;
import org.parley.contract.DevelopmentJson;
import org.parley.editorial.EditorialCommand.ReleaseDevelopment;
import org.parley.history.Decision;
import org.parley.history.History;
import org.parley.history.LogDevelopment;
import org.parley.history.Refusal;
import org.parley.history.Refused;
import org.parley.ledger.store.Outcome;
import org.parley.ledger.store.Placement;
import org.parley.ledger.store.RecordDevelopment;
import org.parley.ledger.store.StaleAggregate;
import org.parley.ledger.store.Stamp;
import org.parley.matter.Development;

/**
 * The Axon aggregate of a matter. Axon loads it with its history and passes it a command; if the command is accepted,
 * it applies one event, which becomes part of the history. It is never deleted.
 */
abstract class MatterAggregate {
    /** The maximum size of a development in bytes of JSON: below the default limit of a Kafka broker. */
    static final int BYTES_MAX = 900_000;

    /** The memory of an entry without its texts: measured, and rounded up. */
    private static final int BYTES_AN_ENTRY = 1_024;

    @AggregateIdentifier
    private @Nullable String address;

    private @Nullable History history;
    private long bytes;

    /**
     * Decides about a command and applies the event. A refusal by an existing matter is returned, not thrown, so that
     * the transaction commits and the matter stays in the cache.
     *
     * @throws StaleAggregate if another process has recorded events of this matter
     * @throws Refused if the matter does not exist and the command is refused
     */
    Outcome decide(RecordDevelopment command) {
        Placement placement = Placement.current();
        LogDevelopment given = command.development();
        History known = history == null ? new History(given.matter()) : history;
        if (known.version() != placement.version()) {
            throw new StaleAggregate(given.matter(), known.version(), placement.version());
        }
        try {
            requireEmbargo(known, command);
            Development accepted = Decision.decide(known, given, placement.desk());
            requireSize(accepted);
            AggregateLifecycle.apply(
                    accepted,
                    new Stamp(
                                    given.developmentId(),
                                    given.matter(),
                                    placement.position(),
                                    placement.recordedAt(),
                                    command.editor(),
                                    command.correlationId(),
                                    command.causationId(),
                                    command.hash().decoded())
                            .toMetaData());
            return new Outcome.Accepted();
        } catch (Refused refused) {
            if (known.version() == 0) {
                throw refused;
            }
            return new Outcome.Declined(refused.refusal());
        }
    }

    @EventSourcingHandler
    void on(Development development, MetaData metaData) {
        Stamp metadata = Stamp.of(metaData);
        if (history == null) {
            address = metadata.matter().toString();
            history = new History(metadata.matter());
        }
        history.record(metadata.entry(development));
        bytes += BYTES_AN_ENTRY + 2L * development.toString().length();
    }

    /** The approximate memory of the history. */
    long bytes() {
        return bytes;
    }

    /** Requires that the embargo to end still exists: it may have been extended or released in the meantime. */
    private static void requireEmbargo(History known, RecordDevelopment command) {
        UUID ends = command.endsEmbargo();
        if (ends == null || !(command.development().command() instanceof ReleaseDevelopment release)) {
            return;
        }
        UUID target = release.target();
        if (known.embargo(target)
                .filter(embargo -> embargo.imposedBy().equals(ends))
                .isEmpty()) {
            throw new Refused(new Refusal.NotApplicable(
                    target + " is no longer under the embargo " + ends + ".", target, known.standing(target)));
        }
    }

    private static void requireSize(Development development) {
        int bytes = DevelopmentJson.bytes(development).length;
        if (bytes > BYTES_MAX) {
            throw new Refused(Refusal.Invalid.at(
                    "", "the development has " + bytes + " bytes; at most " + BYTES_MAX + " can be recorded"));
        }
    }
}
