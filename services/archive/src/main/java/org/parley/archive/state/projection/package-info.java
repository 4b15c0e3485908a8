/** Writes the state of every matter, its events and its snapshots. */
@NullMarked
package org.parley.archive.state.projection;

import org.jspecify.annotations.NullMarked;
