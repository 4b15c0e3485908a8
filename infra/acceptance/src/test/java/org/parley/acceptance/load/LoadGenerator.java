package org.parley.acceptance.load;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.parley.acceptance.check.OutputChannel;
import org.parley.acceptance.environment.ComposeEnvironment;
import org.parley.acceptance.environment.DeskClient;

/**
 * Generates load on several negotiations: editors send commands, readers query the state, and subscribers follow by SSE
 * and on Kafka.
 */
public final class LoadGenerator implements AutoCloseable {
    private static final int EDITORS = 2;

    private final AcknowledgementLog book = new AcknowledgementLog();
    private final DeskClient desk;
    private final TopicReader topic;
    private final List<String> negotiations;
    private final Map<String, SseSubscriber> subscribers = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    // Fair, so that a pause gets the lock although editors acquire it continuously.
    private final ReadWriteLock breaks = new ReentrantReadWriteLock(true);

    /** Starts the load on new negotiations. */
    public LoadGenerator(ComposeEnvironment compose, List<String> negotiations) throws InterruptedException {
        this.desk = compose.desk();
        this.topic = new TopicReader(compose.kafka());
        this.negotiations = negotiations;
        for (String negotiation : negotiations) {
            CommandSender editor = new CommandSender(negotiation, desk, book, breaks);
            for (CommandScript.Command command : CommandScript.opening(negotiation)) {
                editor.give(command);
            }
        }
        Thread.ofPlatform().daemon().name("load-follower").start(topic::follow);
        negotiations.forEach(this::begin);
    }

    private void begin(String negotiation) {
        SseSubscriber subscriber = new SseSubscriber(negotiation, desk);
        subscribers.put(negotiation, subscriber);
        start("subscriber", subscriber::work);
        start("reader", new StateReader(negotiation, desk, book)::work);
        for (int number = 0; number < EDITORS; number++) {
            CommandScript script = new CommandScript(negotiation, number);
            start("editor", () -> new CommandSender(negotiation, desk, book, breaks).work(script));
        }
    }

    private void start(String name, Runnable work) {
        threads.add(Thread.ofPlatform().daemon().name("load-" + name).start(work));
    }

    public AcknowledgementLog book() {
        return book;
    }

    public List<String> negotiations() {
        return negotiations;
    }

    /** The outputs that followed a negotiation from its start: Kafka and SSE. */
    public List<OutputChannel> followed(String negotiation) {
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
