/** Decides about commands: whether one is possible in the history of its matter, and why it is refused. */
@NullMarked
package org.parley.domain.decision;

import org.jspecify.annotations.NullMarked;
