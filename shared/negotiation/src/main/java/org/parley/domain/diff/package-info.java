/** The difference between two states of a negotiation, and the developments that caused it. */
@NullMarked
package org.parley.domain.diff;

import org.jspecify.annotations.NullMarked;
