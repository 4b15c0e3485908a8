package org.parley.archive.proof;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.parley.archive.store.CommitListener;
import org.parley.contract.proof.Checkpoint;
import org.parley.contract.proof.SigningKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Publishes a checkpoint of every trail that has grown, within a second or so; of several entries that come together only the
 * last. It hears which trails those are; what another process took in and did not publish is looked for now and then. What is published can no longer be taken back: who has it can prove that a trail was changed. A checkpoint may come
 * twice, and is then the same.
 */
final class CheckpointPublisher implements SmartLifecycle, CommitListener {
    private static final Logger LOG = LoggerFactory.getLogger(CheckpointPublisher.class);
    private static final Duration LOOK = Duration.ofSeconds(1);

    /** How often all trails are looked at. */
    private static final Duration LOOK_AT_ALL = Duration.ofSeconds(30);

    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final int PORTION = 500;

    private final JdbcClient database;
    private final TrailTrees trees;
    private final SigningKey key;
    private final CheckpointProperties properties;
    private final Set<String> grown = ConcurrentHashMap.newKeySet();
    private final SealedTrail sealed;
    private CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Thread thread;
    private @Nullable String trouble;

    CheckpointPublisher(
            JdbcClient database,
            TrailTrees trees,
            SigningKey key,
            CheckpointProperties properties,
            SealedTrail sealed) {
        this.database = database;
        this.trees = trees;
        this.key = key;
        this.properties = properties;
        this.sealed = sealed;
    }

    @Override
    public synchronized void start() {
        closing = new CountDownLatch(1);
        thread = Thread.ofPlatform().name("checkpoints").daemon().start(this::run);
    }

    private void run() {
        try {
            while (!closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                try (CheckpointsTopic topic = new CheckpointsTopic(properties)) {
                    long lookedAtAll = System.nanoTime() - LOOK_AT_ALL.toNanos();
                    while (!closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                        if (System.nanoTime() - lookedAtAll >= LOOK_AT_ALL.toNanos()) {
                            List<String> behind = behind();
                            grown.addAll(behind);
                            lookedAtAll = behind.size() < PORTION ? System.nanoTime() : lookedAtAll;
                        }
                        publish(topic);
                        trouble = null;
                    }
                } catch (ExecutionException | RuntimeException e) {
                    tell(e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(Exception e) {
        String now = String.valueOf(e.getMessage());
        if (!now.equals(trouble) && closing.getCount() > 0) {
            LOG.warn("Checkpoints are not published at the moment: {}; trying again", now);
        }
        LOG.debug("Checkpoints are not published at the moment", e);
        trouble = now;
    }

    @Override
    public void committed(String projection, Set<String> negotiations) {
        grown.addAll(negotiations);
    }

    private void publish(CheckpointsTopic topic) throws InterruptedException, ExecutionException {
        if (!sealed.isSealed()) {
            return; // what has grown meanwhile is published then
        }
        for (String negotiation : List.copyOf(grown)) {
            if (closing.getCount() == 0) {
                return;
            }
            grown.remove(negotiation); // first: what comes meanwhile is heard again
            try {
                publish(topic, negotiation);
            } catch (InterruptedException | ExecutionException | RuntimeException e) {
                grown.add(negotiation);
                throw e;
            }
        }
    }

    private void publish(CheckpointsTopic topic, String negotiation) throws InterruptedException, ExecutionException {
        if (!trees.isThere(negotiation)) {
            return; // the projections come one after the other, and the last of them is heard too
        }
        long size = trees.size(negotiation);
        if (size > published(negotiation)) {
            Checkpoint checkpoint = Checkpoint.of(negotiation, size, trees.ask(negotiation, tree -> tree.root(size)));
            topic.send(negotiation, key.sign(checkpoint.text()).toString());
            remember(negotiation, size);
        }
    }

    /** Trails that are longer than their last checkpoint. */
    private List<String> behind() {
        return database.sql("""
                        select t.negotiation from archive.negotiation_through t
                        left join archive.checkpoint_published p on p.negotiation = t.negotiation
                        where t.through > coalesce(p.size, 0) order by t.negotiation limit :portion""").param("portion", PORTION).query(String.class).list();
    }

    private long published(String negotiation) {
        return database.sql("select size from archive.checkpoint_published where negotiation = :negotiation")
                .param("negotiation", negotiation)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    private void remember(String negotiation, long size) throws DataAccessException {
        database.sql("""
                        insert into archive.checkpoint_published as p (negotiation, size) values (:negotiation, :size)
                        on conflict (negotiation) do update set size = greatest(p.size, excluded.size)""").param("negotiation", negotiation).param("size", size).update();
    }

    @Override
    public synchronized void stop() {
        closing.countDown();
        Thread running = thread;
        thread = null;
        try {
            if (running != null && !running.join(CLOSE)) {
                running.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return thread != null;
    }

    /** After the projections, whose tables it reads. */
    @Override
    public int getPhase() {
        return 1;
    }
}
