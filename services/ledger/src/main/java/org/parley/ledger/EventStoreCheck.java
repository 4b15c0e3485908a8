package org.parley.ledger;

import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationContext;

/** Fails the start without a transactional event store: Axon would silently keep events in memory. */
final class EventStoreCheck implements SmartInitializingSingleton {
    private final ApplicationContext context;

    EventStoreCheck(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void afterSingletonsInstantiated() {
        require(EventStorageEngine.class, JdbcEventStorageEngine.class);
        require(TransactionManager.class, SpringTransactionManager.class);
    }

    private void require(Class<?> part, Class<?> expected) {
        Object actual = context.getBean(part);
        if (!expected.isInstance(actual)) {
            throw new IllegalStateException("the ledger cannot start: its " + part.getSimpleName() + " is a "
                    + actual.getClass().getName() + ", not a " + expected.getSimpleName());
        }
    }
}
