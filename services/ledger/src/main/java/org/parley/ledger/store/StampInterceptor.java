package org.parley.ledger.store;

import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.messaging.MessageDispatchInterceptor;
import org.parley.matter.Development;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Runs before an event is appended, in the same transaction: raises the negotiation's head to its position, writes its
 * row, and gives the stored message the development's id. Runs before the store assigns the global number.
 */
public final class StampInterceptor implements MessageDispatchInterceptor<EventMessage<?>> {
    private final Heads heads;
    private final Entries entries;
    private final EmbargoEnds embargoEnds;

    public StampInterceptor(JdbcClient jdbc) {
        this.heads = new Heads(jdbc);
        this.entries = new Entries(jdbc);
        this.embargoEnds = new EmbargoEnds(jdbc);
    }

    @Override
    public BiFunction<Integer, EventMessage<?>, EventMessage<?>> handle(List<? extends EventMessage<?>> messages) {
        return (index, message) -> prepare((DomainEventMessage<?>) message);
    }

    private DomainEventMessage<?> prepare(DomainEventMessage<?> message) {
        Stamp metadata = Stamp.of(message.getMetaData());
        Development development = (Development) message.getPayload();
        heads.raise(metadata.matter().negotiation(), metadata.position(), metadata.recordedAt());
        entries.insert(
                metadata,
                development.event().type(),
                message.getSequenceNumber() + 1,
                development.occurred() == null ? null : development.occurred().text());
        embargoEnds.take(metadata, development);
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
