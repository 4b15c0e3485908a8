/** Builds of a projection: the live one, which serves queries, and rebuilds that replace it. */
@NullMarked
package org.parley.projection.rebuild;

import org.jspecify.annotations.NullMarked;
