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

/** Three negotiations that are logged to by several editors each, asked about, and followed by SSE and on Kafka. */
public final class Load implements AutoCloseable {
    private static final int EDITORS = 2;

    private final Book book = new Book();
    private final Desk desk;
    private final Topic topic;
    private final List<String> negotiations;
    private final Map<String, Subscriber> subscribers = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    // Fair, so that a break comes although editors go on and on.
    private final ReadWriteLock breaks = new ReentrantReadWriteLock(true);

    /** Begins, with negotiations of its own. */
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

    /** What followed a negotiation all the time; the same developments by two ways. */
    public List<Channel> followed(String negotiation) {
        return Stream.of(
                        topic.channel(negotiation), subscribers.get(negotiation).channel())
                .toList();
    }

    /** Does something while every command is answered for good and no other is given. */
    public void during(Runnable aBreak) {
        breaks.writeLock().lock();
        try {
            aBreak.run();
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
