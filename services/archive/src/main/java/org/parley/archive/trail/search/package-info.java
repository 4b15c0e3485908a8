/** Full-text search in a trail, and the names of parties and matters as known at a position. */
@NullMarked
package org.parley.archive.trail.search;

import org.jspecify.annotations.NullMarked;
