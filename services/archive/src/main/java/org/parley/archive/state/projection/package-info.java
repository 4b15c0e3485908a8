/** Writes the state of every matter, its events and its milestones. */
@NullMarked
package org.parley.archive.state.projection;

import org.jspecify.annotations.NullMarked;
