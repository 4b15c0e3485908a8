/** What differs between two states of a negotiation, and which developments made the difference. */
@NullMarked
package org.parley.diff;

import org.jspecify.annotations.NullMarked;
