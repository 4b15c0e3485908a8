/** Reads the trail: entries, counts, and the cursors and offset ranges of the live stream. */
@NullMarked
package org.parley.archive.trail.query;

import org.jspecify.annotations.NullMarked;
