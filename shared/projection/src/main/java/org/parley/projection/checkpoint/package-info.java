/** Stores how far each reader has read, in the transaction that writes the projection's rows. */
@NullMarked
package org.parley.projection.checkpoint;

import org.jspecify.annotations.NullMarked;
