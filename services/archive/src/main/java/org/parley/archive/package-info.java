/** The read side: trail, states, proofs and the live stream. */
@NullMarked
package org.parley.archive;

import org.jspecify.annotations.NullMarked;
