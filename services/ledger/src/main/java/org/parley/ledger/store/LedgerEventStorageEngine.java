package org.parley.ledger.store;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.parley.domain.matter.Development;

/**
 * Axon's event store in the ledger's tables. Reads as Axon does, joining a transaction if there is one; appends with
 * {@link EventAppender}. There are no snapshots.
 */
public final class LedgerEventStorageEngine extends JdbcEventStorageEngine {
    private final NegotiationSessions sessions;

    public LedgerEventStorageEngine(
            DataSource dataSource, EventSchema schema, Serializer serializer, NegotiationSessions sessions) {
        super(JdbcEventStorageEngine.builder()
                .connectionProvider(new SpringDataSourceConnectionProvider(dataSource))
                .transactionManager(NoTransactionManager.INSTANCE)
                .eventSerializer(serializer)
                .snapshotSerializer(serializer)
                .schema(schema));
        this.sessions = sessions;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!events.isEmpty()) {
            sessions.append(events.stream()
                    .map(event -> toAppended((DomainEventMessage<?>) event, serializer))
                    .toList());
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateIdentifier) {
        return Stream.empty();
    }

    private static AppendedEvent toAppended(DomainEventMessage<?> message, Serializer serializer) {
        SerializedObject<byte[]> payload = message.serializePayload(serializer, byte[].class);
        return new AppendedEvent(
                EventMetadata.of(message.getMetaData()),
                (Development) message.getPayload(),
                message.getSequenceNumber() + 1,
                payload.getType().getName(),
                payload.getData(),
                message.serializeMetaData(serializer, byte[].class).getData());
    }
}
