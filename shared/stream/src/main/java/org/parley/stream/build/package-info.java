/** Builds of a projection: the one that answers, and the one that is made from the stream to take its place. */
@NullMarked
package org.parley.stream.build;

import org.jspecify.annotations.NullMarked;
