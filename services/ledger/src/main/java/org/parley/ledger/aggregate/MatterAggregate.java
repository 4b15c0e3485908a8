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
 * The life of a matter as Axon sees it: it is loaded with its history, asked to record a development, decides by its
 * history alone, and if it accepts applies one event, which becomes part of that history. It is never deleted.
 */
abstract class MatterAggregate {
    /** The largest development in bytes of JSON: below what a Kafka broker takes by default. */
    static final int BYTES_MAX = 900_000;

    /** What an entry takes in memory beside its texts: measured, and rounded up. */
    private static final int BYTES_AN_ENTRY = 1_024;

    @AggregateIdentifier
    private @Nullable String address;

    private @Nullable History history;
    private long bytes;

    /**
     * Decides, and applies what is accepted. A refusal of a matter that exists is answered rather than thrown, so that
     * the transaction ends well and the matter stays in the cache.
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
        Stamp stamp = Stamp.of(metaData);
        if (history == null) {
            address = stamp.matter().toString();
            history = new History(stamp.matter());
        }
        history.record(stamp.entry(development));
        bytes += BYTES_AN_ENTRY + 2L * development.toString().length();
    }

    /** What its history takes in memory, about. */
    long bytes() {
        return bytes;
    }

    /**
     * Requires that the embargo that is to end still stands: it may have been given another end meanwhile, or released.
     */
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
                    target + " is not under the embargo " + ends + " any more.", target, known.standing(target)));
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
