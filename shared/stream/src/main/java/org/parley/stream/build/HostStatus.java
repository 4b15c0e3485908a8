package org.parley.stream.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.stream.ProjectionStatus;

/**
 * How a projection is.
 *
 * @param reading how far its live build is
 * @param live the live build
 * @param frozen whether the live build is of another version and does not go on until a new one takes its place
 * @param sealed whether the live build is made of records with a right seal alone; one that an earlier version made may not be
 * @param making the build that is to take its place; null when there is none
 * @param former the builds that answered before, and are kept until dropped
 */
public record HostStatus(
        ProjectionStatus reading,
        Build live,
        boolean frozen,
        boolean sealed,
        @Nullable MakingStatus making,
        List<Build> former) {}
