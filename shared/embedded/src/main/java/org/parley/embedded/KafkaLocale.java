package org.parley.embedded;

import java.util.Locale;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Kafka reads some of its settings by {@code toUpperCase()} in the machine's language. Where the capital of {@code i} is
 * not {@code I}, as in Turkish, it then fails to start with "No enum constant ... CLASSİC" (seen with 4.2.2).
 */
final class KafkaLocale implements AutoCloseable {
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();

    private final Locale usual;

    private KafkaLocale(Locale usual) {
        this.usual = usual;
    }

    /** From here to the close, by the same thread, Kafka can start. Changes nothing on most machines. */
    static KafkaLocale forStart() {
        ONE_AT_A_TIME.lock();
        Locale usual = Locale.getDefault();
        if (!"i".toUpperCase(usual).equals("I")) {
            Locale.setDefault(Locale.ROOT);
        }
        return new KafkaLocale(usual);
    }

    @Override
    public void close() {
        if (!Locale.getDefault().equals(usual)) {
            Locale.setDefault(usual);
        }
        ONE_AT_A_TIME.unlock();
    }
}
