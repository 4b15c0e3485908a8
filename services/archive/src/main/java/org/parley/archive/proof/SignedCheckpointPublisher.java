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
import org.parley.contract.proof.SigningKey;
import org.parley.contract.proof.TrailCheckpoint;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Publishes a checkpoint of every trail that has new entries, within about a second; for several new entries only the
 * last. Commits of this process are signalled; what another process applied and did not publish is found by polling. A
 * published checkpoint cannot be withdrawn: with it anyone can prove that a trail was changed. A checkpoint may be
 * published twice, with the same content.
 */
final class SignedCheckpointPublisher implements SmartLifecycle, CommitListener {
    private static final Logger LOG = LoggerFactory.getLogger(SignedCheckpointPublisher.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /** The interval at which all trails are checked. */
    private static final Duration FULL_CHECK_INTERVAL = Duration.ofSeconds(30);

    private static final Duration CLOSE = Duration.ofSeconds(5);
    private static final int BATCH = 500;

    private final JdbcClient database;
    private final TrailMerkleTrees trees;
    private final SigningKey key;
    private final SignedCheckpointProperties properties;
    private final Set<String> pending = ConcurrentHashMap.newKeySet();
    private final TreeSealStatus sealed;
    private CountDownLatch closing = new CountDownLatch(1);
    private @Nullable Thread thread;
    private @Nullable String lastError;

    SignedCheckpointPublisher(
            JdbcClient database,
            TrailMerkleTrees trees,
            SigningKey key,
            SignedCheckpointProperties properties,
            TreeSealStatus sealed) {
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
            while (!closing.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                try (SignedCheckpointProducer topic = new SignedCheckpointProducer(properties)) {
                    long lastFullCheck = System.nanoTime() - FULL_CHECK_INTERVAL.toNanos();
                    while (!closing.await(INTERVAL.toMillis(), TimeUnit.MILLISECONDS)) {
                        if (System.nanoTime() - lastFullCheck >= FULL_CHECK_INTERVAL.toNanos()) {
                            List<String> behind = behind();
                            pending.addAll(behind);
                            lastFullCheck = behind.size() < BATCH ? System.nanoTime() : lastFullCheck;
                        }
                        publish(topic);
                        lastError = null;
                    }
                } catch (ExecutionException | RuntimeException e) {
                    logOnce(e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void logOnce(Exception e) {
        String now = String.valueOf(e.getMessage());
        if (!now.equals(lastError) && closing.getCount() > 0) {
            LOG.warn("Checkpoints cannot be published: {}; retrying", now);
        }
        LOG.debug("Checkpoints cannot be published", e);
        lastError = now;
    }

    @Override
    public void committed(String projection, Set<String> negotiations) {
        pending.addAll(negotiations);
    }

    private void publish(SignedCheckpointProducer topic) throws InterruptedException, ExecutionException {
        if (!sealed.isSealed()) {
            return; // pending negotiations are published once it is
        }
        for (String negotiation : List.copyOf(pending)) {
            if (closing.getCount() == 0) {
                return;
            }
            pending.remove(negotiation); // before reading the size, so that a later commit marks it again
            try {
                publish(topic, negotiation);
            } catch (InterruptedException | ExecutionException | RuntimeException e) {
                pending.add(negotiation);
                throw e;
            }
        }
    }

    private void publish(SignedCheckpointProducer topic, String negotiation)
            throws InterruptedException, ExecutionException {
        if (!trees.hasNegotiation(negotiation)) {
            return; // a later projection is still behind; its commit is signalled, too
        }
        long size = trees.size(negotiation);
        if (size > published(negotiation)) {
            TrailCheckpoint checkpoint =
                    TrailCheckpoint.of(negotiation, size, trees.query(negotiation, tree -> tree.root(size)));
            topic.send(negotiation, key.sign(checkpoint.text()).toString());
            remember(negotiation, size);
        }
    }

    /** Negotiations whose trail is longer than the last published checkpoint. */
    private List<String> behind() {
        return database.sql("""
                        select t.negotiation from archive.negotiation_through t
                        left join archive.checkpoint_published p on p.negotiation = t.negotiation
                        where t.through > coalesce(p.size, 0) order by t.negotiation limit :portion""").param("portion", BATCH).query(String.class).list();
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
