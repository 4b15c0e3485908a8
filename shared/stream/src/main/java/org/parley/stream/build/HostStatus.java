package org.parley.stream.build;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.stream.ProjectionStatus;

/**
 * The status of a projection and its builds.
 *
 * @param reading the progress of the live build
 * @param live the live build
 * @param frozen whether the live build has another version and is not updated until a new build replaces it
 * @param sealed whether the live build contains only records with a verified seal; a build of an earlier version may
 *     not
 * @param making the build that will replace the live one; null if there is none
 * @param former earlier live builds that are kept until dropped
 */
public record HostStatus(
        ProjectionStatus reading,
        Build live,
        boolean frozen,
        boolean sealed,
        @Nullable MakingStatus making,
        List<Build> former) {}
