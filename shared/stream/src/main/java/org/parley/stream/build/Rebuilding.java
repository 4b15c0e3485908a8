package org.parley.stream.build;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Controls the rebuilds of a projection. The processes that host it react within a second. */
public final class Rebuilding {
    private final Workshop context;

    Rebuilding(Workshop context) {
        this.context = context;
    }

    /** The requested change is not possible in the current phase. */
    public static final class NotPossible extends Exception {
        private static final long serialVersionUID = 1L;

        NotPossible(String why) {
            super(why);
        }
    }

    /** Starts a rebuild. A running one continues; a cancelled or different one resumes from its checkpoint. */
    public void begin() throws SQLException {
        context.run(connection -> {
            begin(connection, context);
        });
    }

    static void begin(Connection connection, Workshop context) throws SQLException {
        BuildTable table = context.table();
        Optional<Build> next =
                Workshop.next(table.of(connection, context.projection().name()));
        if (next.isPresent() && next.get().version() != context.projection().version()) {
            context.drop(connection, next.get());
            next = Optional.empty();
        }
        if (next.isEmpty()) {
            context.begin(connection, Phase.BUILDING);
        } else if (next.get().phase() != Phase.BUILDING) {
            table.enter(connection, next.get(), Phase.BUILDING, Workshop.now());
        }
    }

    /**
     * Cancels the rebuild; its progress is kept.
     *
     * @throws NotPossible if there is no rebuild
     */
    public void cancel() throws SQLException, NotPossible {
        boolean done = changeNext(List.of(Phase.BUILDING, Phase.DIFFERENT), (connection, next) -> context.table()
                .enter(connection, next, Phase.CANCELLED, Workshop.now()));
        require(done, "no rebuild is running");
    }

    /**
     * Accepts a rebuild although it differs from the live build, or has fewer events than a live build of another
     * version.
     *
     * @throws NotPossible if no rebuild is different or has another version
     */
    public void accept() throws SQLException, NotPossible {
        Boolean done = context.change(connection -> {
            List<Build> builds =
                    context.table().of(connection, context.projection().name());
            int live = Workshop.in(builds, Phase.LIVE).orElseThrow().version();
            Optional<Build> next = Workshop.next(builds)
                    .filter(build -> build.phase() == Phase.DIFFERENT
                            || (build.phase() == Phase.BUILDING && build.version() != live));
            if (next.isPresent()) {
                context.table().accepted(connection, next.get());
                context.table().enter(connection, next.get(), Phase.BUILDING, Workshop.now());
            }
            return next.isPresent();
        });
        require(done, "no rebuild is waiting to be accepted");
    }

    /**
     * Deletes a former or cancelled build.
     *
     * @param number the number of the build
     * @throws NotPossible if there is no such build, or it is live or being built
     */
    public void drop(int number) throws SQLException, NotPossible {
        Boolean done = context.change(connection -> {
            for (Build build :
                    context.table().of(connection, context.projection().name())) {
                if (build.number() == number && build.phase() != Phase.LIVE && build.phase() != Phase.BUILDING) {
                    context.drop(connection, build);
                    return true;
                }
            }
            return false;
        });
        require(done, "there is no build " + number + " that can be dropped");
    }

    private interface Step {
        void on(Connection connection, Build next) throws SQLException;
    }

    private boolean changeNext(List<Phase> phases, Step step) throws SQLException {
        return context.change(connection -> {
            Optional<Build> next = Workshop.next(context.table()
                            .of(connection, context.projection().name()))
                    .filter(build -> phases.contains(build.phase()));
            if (next.isPresent()) {
                step.on(connection, next.get());
            }
            return next.isPresent();
        });
    }

    private static void require(boolean done, String otherwise) throws NotPossible {
        if (!done) {
            throw new NotPossible(otherwise);
        }
    }
}
