package org.parley.acceptance.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.parley.acceptance.check.Channel;
import org.parley.acceptance.running.Compose;
import org.parley.acceptance.running.Desk;

/**
 * Generates load on several negotiations: editors send commands, readers query the state, and subscribers follow by SSE
 * and on Kafka.
 */
public final class Load implements AutoCloseable {
    private static final int EDITORS = 2;

    private final Book book = new Book();
    private final Desk desk;
    private final Topic topic;
    private final List<String> negotiations;
    private final Map<String, Subscriber> subscribers = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    // Fair, so that a pause gets the lock although editors acquire it continuously.
    private final ReadWriteLock breaks = new ReentrantReadWriteLock(true);

    /** Starts the load on new negotiations. */
    public Load(Compose compose, List<String> negotiations) throws InterruptedException {
        this.desk = compose.desk();
        this.topic = new Topic(compose.kafka());
        this.negotiations = negotiations;
        for (String negotiation : negotiations) {
            Editor editor = new Editor(negotiation, desk, book, breaks);
            for (Script.Command command : Script.opening(negotiation)) {
                editor.give(command);
            }
        }
        Thread.ofPlatform().daemon().name("load-follower").start(topic::follow);
        negotiations.forEach(this::begin);
    }

    private void begin(String negotiation) {
        Subscriber subscriber = new Subscriber(negotiation, desk);
        subscribers.put(negotiation, subscriber);
        start("subscriber", subscriber::work);
        start("reader", new Reader(negotiation, desk, book)::work);
        for (int number = 0; number < EDITORS; number++) {
            Script script = new Script(negotiation, number);
            start("editor", () -> new Editor(negotiation, desk, book, breaks).work(script));
        }
    }

    private void start(String name, Runnable work) {
        threads.add(Thread.ofPlatform().daemon().name("load-" + name).start(work));
    }

    public Book book() {
        return book;
    }

    public List<String> negotiations() {
        return negotiations;
    }

    /** The outputs that followed a negotiation from its start: Kafka and SSE. */
    public List<Channel> followed(String negotiation) {
        return Stream.of(
                        topic.channel(negotiation), subscribers.get(negotiation).channel())
                .toList();
    }

    /** Runs an action while no command is in progress. */
    public void during(Runnable action) {
        breaks.writeLock().lock();
        try {
            action.run();
        } finally {
            breaks.writeLock().unlock();
        }
    }

    @Override
    public void close() {
        topic.end();
        threads.forEach(Thread::interrupt);
    }
}
