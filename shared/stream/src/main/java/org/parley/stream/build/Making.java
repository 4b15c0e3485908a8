package org.parley.stream.build;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.parley.stream.Places;
import org.parley.stream.ReadLimit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a build and puts it in the place of the live one: reads the stream in bulk, never further than the live build has,
 * adds the indexes, compares both at the same positions, and changes places in one transaction. Whatever was done stays
 * when the program ends; the next to make it goes on from there.
 *
 * <p>A live build of another version does not go on meanwhile. So the new one is compared where that one ended, then reads to
 * the end of the stream and takes its place, whatever differs; what that is stays with the build as its comparison.
 */
final class Making implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Making.class);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final Duration ARRIVAL = Duration.ofSeconds(10);

    /** So few records from the end the indexes are made. */
    private static final long INDEX_WITHIN = 5_000;

    /** How long questions may have to wait behind the change of places, which waits for questions under way. */
    private static final String SHOW_WITHIN = "250ms";

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final Workshop workshop;
    private final Build build;
    private final CountDownLatch closing;
    private Comparison ahead = Comparison.NONE;
    private volatile @Nullable Lanes lanes;
    private volatile @Nullable String error;
    private volatile @Nullable String lacking;

    Making(Workshop workshop, Build build, CountDownLatch closing) {
        this.workshop = workshop;
        this.build = build;
        this.closing = closing;
    }

    Build build() {
        return build;
    }

    /** What has not come yet, if it left off for that; null when it did not. */
    @Nullable String lacking() {
        return lacking;
    }

    @Nullable String error() {
        if (lacking != null) {
            return lacking;
        }
        Lanes running = lanes;
        return error == null && running != null ? running.error() : error;
    }

    long total() {
        Lanes running = lanes;
        return running == null ? 0 : running.total();
    }

    void retry(String negotiation) {
        Lanes running = lanes;
        if (running != null) {
            running.retry(negotiation);
        }
    }

    /**
     * Until the build has taken its place or is not to be made any more, or lacks what has not come yet, or the program
     * closes.
     */
    @Override
    public void run() {
        try {
            boolean done = false;
            while (!done && closing.getCount() > 0) {
                try {
                    done = step();
                    error = null;
                } catch (SQLException | RuntimeException e) {
                    if (closing.getCount() > 0
                            && !String.valueOf(e.getMessage()).equals(error)) {
                        LOG.warn("{}: {}; trying again", build.reader(), e.getMessage(), e);
                    }
                    error = String.valueOf(e.getMessage());
                }
                if (!done && closing.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeLanes();
        }
    }

    private boolean step() throws SQLException, InterruptedException {
        List<Build> builds = workshop.builds();
        Optional<Build> now = builds.stream()
                .filter(each -> each.number() == build.number() && each.phase() == Phase.BUILDING)
                .findFirst();
        Build live = Workshop.in(builds, Phase.LIVE).orElseThrow();
        return now.isEmpty() || go(now.get(), live);
    }

    private boolean go(Build now, Build live) throws SQLException, InterruptedException {
        boolean followsLive = live.version() == now.version();
        boolean compares = followsLive || now.comparison() == null;
        Lanes running = lanes;
        if (running == null) {
            running = new Lanes(workshop, now, compares ? limit(live) : ReadLimit.NONE);
            lanes = running;
        }
        if (running.isAboutToRetry()) {
            return false;
        }
        long left = workshop.transact(connection -> left(connection, now, live));
        if (!now.indexed() && left <= INDEX_WITHIN) {
            LOG.info("{}: making the indexes", now.reader());
            workshop.run(connection -> {
                BuildSchema.index(connection, now, workshop.projection());
                workshop.table().indexed(connection, now);
            });
            return false;
        }
        if (!followsLive && compares && workshop.transact(connection -> isOfAnotherTopic(connection, now, live))) {
            LOG.warn(
                    "{}: the topic is another than that of {}; there is nothing to compare",
                    now.reader(),
                    live.reader());
            workshop.run(connection ->
                    workshop.table().compared(connection, now, Comparison.NONE.report(behind(connection, now, live))));
            closeLanes();
            return false;
        }
        if (compares && (left > 0 || !workshop.transact(connection -> hasArrived(connection, now, live)))) {
            return false;
        }
        if (compares && workshop.transact(connection -> waitsForSlow(connection, now, live))) {
            return false;
        }
        if (followsLive) {
            compareAhead(now, live);
            return changePlaces(now, live);
        }
        if (compares) {
            workshop.run(connection -> {
                Comparison comparison = Comparison.of(connection, live, now, mayDiffer(), Comparison.NONE);
                workshop.table().compared(connection, now, comparison.report(behind(connection, now, live)));
            });
            closeLanes(); // the next ones read to the end
            return false;
        }
        if (!running.caughtUp()) {
            return false;
        }
        lacking = now.accepted() ? null : lacking(now, live);
        return lacking != null || changePlaces(now, live);
    }

    /**
     * What this build lacks that may still come: the topic is being filled again, as after the ledger got a key to seal with.
     * What is stopped does not come by waiting.
     */
    private @Nullable String lacking(Build now, Build live) throws SQLException {
        Set<String> notThere = workshop.transact(connection -> {
            Set<String> behind = behind(connection, now, live);
            made(now).stopped(connection).forEach(stopped -> behind.remove(stopped.negotiation()));
            return behind;
        });
        return notThere.stream()
                .min(Comparator.naturalOrder())
                .map(
                        ("the topic has less of %d negotiations than the build that answers, such as %%s: it may be filled again"
                                                .formatted(notThere.size())
                                        + " at the moment; the rebuild waits for that, or for being accepted as it is")
                                ::formatted)
                .orElse(null);
    }

    private Set<String> mayDiffer() {
        return workshop.projection().columnsOfPlace();
    }

    private ReadLimit limit(Build live) {
        return () -> workshop.transact(connection -> live(live).offsets(connection));
    }

    private static Places live(Build live) {
        return new Places(live.schema(), live.readers());
    }

    private static Places made(Build build) {
        return new Places(build.schema(), build.readers());
    }

    /** How many records the live build has read and this one has not. */
    private static long left(Connection connection, Build build, Build live) throws SQLException {
        Map<Integer, Long> here = made(build).offsets(connection);
        return live(live).offsets(connection).entrySet().stream()
                .mapToLong(there -> Math.max(0, there.getValue() - here.getOrDefault(there.getKey(), 0L)))
                .sum();
    }

    /** Whether both have read exactly the same. */
    private static boolean hasArrived(Connection connection, Build build, Build live) throws SQLException {
        Map<Integer, Long> there = live(live).offsets(connection);
        return there.isEmpty()
                || (there.equals(made(build).offsets(connection))
                        && live(live).topics(connection).equals(made(build).topics(connection)));
    }

    /** Whether a negotiation that takes long has yet to come as far here as in the live build. */
    private static boolean waitsForSlow(Connection connection, Build build, Build live) throws SQLException {
        Set<String> slow = new HashSet<>();
        made(build).slow(connection).forEach(each -> slow.add(each.negotiation()));
        if (!slow.isEmpty()) {
            made(build).stopped(connection).forEach(stopped -> slow.remove(stopped.negotiation()));
            slow.retainAll(behind(connection, build, live));
        }
        return !slow.isEmpty();
    }

    /** Whether the live build, which does not go on, has read a topic that is gone: where it ended says nothing. */
    private static boolean isOfAnotherTopic(Connection connection, Build build, Build live) throws SQLException {
        Set<String> here = made(build).topics(connection);
        Set<String> there = live(live).topics(connection);
        return !here.isEmpty() && !there.isEmpty() && !there.containsAll(here);
    }

    /** Compares while both go on, so that little is left to compare when they are held. */
    private void compareAhead(Build now, Build live) throws SQLException {
        ahead = workshop.transact(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute("set transaction isolation level repeatable read, read only");
            }
            return Comparison.of(connection, live, now, mayDiffer(), ahead);
        });
    }

    /** Holds the live build where it is, and replaces it if all is well; false when it has to be tried again. */
    private boolean changePlaces(Build now, Build live) throws SQLException, InterruptedException {
        boolean followsLive = live.version() == now.version();
        try (Connection connection = workshop.dataSource().getConnection()) {
            connection.setAutoCommit(false);
            try {
                workshop.table().lock(connection, now.projection());
                live(live).hold(connection);
                boolean arrived = !followsLive || awaitArrival(connection, now, live);
                closeLanes();
                made(now).hold(connection);
                if (!arrived || !isStillBuilding(connection, now) || waitsForSlow(connection, now, live)) {
                    connection.rollback();
                    return false;
                }
                decide(connection, now, live, followsLive);
                connection.commit();
                return true;
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                if (e instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState())) {
                    LOG.debug("{}: questions are under way; the change of places waits", now.reader());
                    return false;
                }
                throw e;
            }
        }
    }

    private boolean isStillBuilding(Connection connection, Build now) throws SQLException {
        return workshop.table().of(connection, now.projection()).stream()
                .anyMatch(each -> each.number() == now.number() && each.phase() == Phase.BUILDING);
    }

    private boolean awaitArrival(Connection connection, Build now, Build live)
            throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + ARRIVAL.toNanos();
        while (!hasArrived(connection, now, live)) {
            if (System.nanoTime() > deadline || closing.await(LOOK.toMillis() / 5, TimeUnit.MILLISECONDS)) {
                return false;
            }
        }
        return true;
    }

    private void decide(Connection connection, Build now, Build live, boolean followsLive) throws SQLException {
        Set<String> behind = behind(connection, now, live);
        boolean same = behind.isEmpty();
        if (followsLive) {
            Comparison comparison = Comparison.of(connection, live, now, mayDiffer(), ahead);
            same &= comparison.isSame();
            workshop.table().compared(connection, now, comparison.report(behind));
        }
        if (!same && !now.accepted()) {
            LOG.error("{}: differs from {}; it does not take its place unless accepted", now.reader(), live.reader());
            workshop.table().enter(connection, now, Phase.DIFFERENT, Workshop.now());
            return;
        }
        workshop.table().enter(connection, live, Phase.FORMER, Workshop.now());
        workshop.table().enter(connection, now, Phase.LIVE, Workshop.now());
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '%s'".formatted(SHOW_WITHIN));
        }
        BuildSchema.show(connection, List.of(live), now);
        LOG.info("{}: takes the place of {}", now.reader(), live.reader());
    }

    /** The negotiations with which this build does not go as far as the live one. */
    private static Set<String> behind(Connection connection, Build now, Build live) throws SQLException {
        Map<String, Long> here = made(now).positions(connection);
        Set<String> behind = new HashSet<>();
        live(live).positions(connection).forEach((negotiation, position) -> {
            if (here.getOrDefault(negotiation, 0L) < position) {
                behind.add(negotiation);
            }
        });
        return behind;
    }

    private void closeLanes() {
        Lanes running = lanes;
        if (running != null) {
            running.close();
            lanes = null;
        }
    }
}
