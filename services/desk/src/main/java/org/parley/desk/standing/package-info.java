/** The overview page of a negotiation, and the list of negotiations. */
@NullMarked
package org.parley.desk.standing;

import org.jspecify.annotations.NullMarked;
