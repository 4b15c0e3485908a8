package org.parley.projection.rebuild;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.projection.ProjectionStatus;

/**
 * The status of a projection and its builds.
 *
 * @param reading the progress of the live build
 * @param live the live build
 * @param isFrozen whether the live build has another version and is not updated until a new build replaces it
 * @param isSealed whether the live build contains only records with a verified seal; a build of an earlier version may
 *     not
 * @param rebuild the build that will replace the live one; null if there is none
 * @param former earlier live builds that are kept until dropped
 */
public record HostStatus(
        ProjectionStatus reading,
        ProjectionBuild live,
        boolean isFrozen,
        boolean isSealed,
        @Nullable RebuildStatus rebuild,
        List<ProjectionBuild> former) {}
