/** Writes the trail: a row per event, a row per change of an entry's editorial status, and the names of parties and matters. */
@NullMarked
package org.parley.archive.trail.projection;

import org.jspecify.annotations.NullMarked;
