package org.parley.ledger.store;

import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.parley.domain.matter.Development;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs before an event is appended, in the same transaction: raises the negotiation's head to its position, writes its
 * row, and gives the stored message the development's id. Runs before the store assigns the global number.
 */
public final class EventAppendInterceptor implements MessageDispatchInterceptor<EventMessage<?>> {
    private final NegotiationHeads heads;
    private final LedgerEntries entries;
    private final EmbargoEnds embargoEnds;

    public EventAppendInterceptor(JdbcClient jdbc) {
        this.heads = new NegotiationHeads(jdbc);
        this.entries = new LedgerEntries(jdbc);
        this.embargoEnds = new EmbargoEnds(jdbc);
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
        return (index, message) -> prepare((DomainEventMessage<?>) message);
    }

    private DomainEventMessage<?> prepare(DomainEventMessage<?> message) {
        EventMetadata metadata = EventMetadata.of(message.getMetaData());
        Development development = (Development) message.getPayload();
        heads.raise(metadata.matter().negotiation(), metadata.position(), metadata.recordedAt());
        entries.insert(
                metadata,
                development.event().type(),
                message.getSequenceNumber() + 1,
                development.occurred() == null ? null : development.occurred().text());
        embargoEnds.update(metadata, development);
        return new GenericDomainEventMessage<>(
                message.getType(),
                message.getAggregateIdentifier(),
                message.getSequenceNumber(),
                development,
                message.getMetaData(),
                metadata.developmentId().toString(),
                metadata.recordedAt());
    }
}
