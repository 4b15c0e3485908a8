package org.parley.projection.rebuild;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Controls the rebuilds of a projection. The processes that host it react within a second. */
public final class RebuildControl {
    private final ProjectionContext context;

    RebuildControl(ProjectionContext context) {
        this.context = context;
    }

    /** The requested change is not possible in the current phase. */
    public static final class RebuildNotPossibleException extends Exception {
        private static final long serialVersionUID = 1L;

        RebuildNotPossibleException(String why) {
            super(why);
        }
    }

    /** Starts a rebuild. A running one continues; a cancelled or different one resumes from its checkpoint. */
    public void begin() throws SQLException {
        context.run(connection -> {
            begin(connection, context);
        });
    }

    static void begin(Connection connection, ProjectionContext context) throws SQLException {
        BuildTable table = context.table();
        Optional<ProjectionBuild> next = ProjectionContext.next(
                table.read(connection, context.projection().name()));
        if (next.isPresent() && next.get().version() != context.projection().version()) {
            context.drop(connection, next.get());
            next = Optional.empty();
        }
        if (next.isEmpty()) {
            context.begin(connection, BuildPhase.BUILDING);
        } else if (next.get().phase() != BuildPhase.BUILDING) {
            table.setPhase(connection, next.get(), BuildPhase.BUILDING, ProjectionContext.now());
        }
    }

    /**
     * Cancels the rebuild; its progress is kept.
     *
     * @throws RebuildNotPossibleException if there is no rebuild
     */
    public void cancel() throws SQLException, RebuildNotPossibleException {
        boolean done =
                changeNext(List.of(BuildPhase.BUILDING, BuildPhase.DIFFERENT), (connection, next) -> context.table()
                        .setPhase(connection, next, BuildPhase.CANCELLED, ProjectionContext.now()));
        require(done, "no rebuild is running");
    }

    /**
     * Accepts a rebuild although it differs from the live build, or has fewer events than a live build of another
     * version.
     *
     * @throws RebuildNotPossibleException if no rebuild is different or has another version
     */
    public void accept() throws SQLException, RebuildNotPossibleException {
        Boolean done = context.change(connection -> {
            List<ProjectionBuild> builds =
                    context.table().read(connection, context.projection().name());
            int live = ProjectionContext.inPhase(builds, BuildPhase.LIVE)
                    .orElseThrow()
                    .version();
            Optional<ProjectionBuild> next = ProjectionContext.next(builds)
                    .filter(build -> build.phase() == BuildPhase.DIFFERENT
                            || (build.phase() == BuildPhase.BUILDING && build.version() != live));
            if (next.isPresent()) {
                context.table().markAccepted(connection, next.get());
                context.table().setPhase(connection, next.get(), BuildPhase.BUILDING, ProjectionContext.now());
            }
            return next.isPresent();
        });
        require(done, "no rebuild is waiting to be accepted");
    }

    /**
     * Deletes a former or cancelled build.
     *
     * @param number the number of the build
     * @throws RebuildNotPossibleException if there is no such build, or it is live or being built
     */
    public void drop(int number) throws SQLException, RebuildNotPossibleException {
        Boolean done = context.change(connection -> {
            for (ProjectionBuild build :
                    context.table().read(connection, context.projection().name())) {
                if (build.number() == number
                        && build.phase() != BuildPhase.LIVE
                        && build.phase() != BuildPhase.BUILDING) {
                    context.drop(connection, build);
                    return true;
                }
            }
            return false;
        });
        require(done, "there is no build " + number + " that can be dropped");
    }

    private interface Step {
        void on(Connection connection, ProjectionBuild next) throws SQLException;
    }

    private boolean changeNext(List<BuildPhase> phases, Step step) throws SQLException {
        return context.change(connection -> {
            Optional<ProjectionBuild> next = ProjectionContext.next(context.table()
                            .read(connection, context.projection().name()))
                    .filter(build -> phases.contains(build.phase()));
            if (next.isPresent()) {
                step.on(connection, next.get());
            }
            return next.isPresent();
        });
    }

    private static void require(boolean done, String otherwise) throws RebuildNotPossibleException {
        if (!done) {
            throw new RebuildNotPossibleException(otherwise);
        }
    }
}
