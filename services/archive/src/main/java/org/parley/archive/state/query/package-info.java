/** Reads the state of negotiations and matters at any two instants. */
@NullMarked
package org.parley.archive.state.query;

import org.jspecify.annotations.NullMarked;
