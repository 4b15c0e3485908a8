/** Builds of a projection: the live one, which serves queries, and rebuilds that replace it. */
@NullMarked
package org.parley.stream.build;

import org.jspecify.annotations.NullMarked;
