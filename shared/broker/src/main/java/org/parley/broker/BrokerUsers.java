package org.parley.broker;

/** The names of a broker's users. */
public final class BrokerUsers {
    /** The broker itself and its administrator: a superuser. */
    public static final String BROKER = "broker";

    /** The ledger, which writes events. */
    public static final String LEDGER = "ledger";

    /** The archive, which reads events and writes checkpoints. */
    public static final String ARCHIVE = "archive";

    /** A program that only reads, at a broker where every client signs in. */
    public static final String SUBSCRIBER = "subscriber";

    /** Kafka's name for a client that does not sign in. */
    public static final String ANONYMOUS = "ANONYMOUS";

    private BrokerUsers() {}
}
