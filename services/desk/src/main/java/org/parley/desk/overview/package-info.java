/** The overview page of a negotiation, and the list of negotiations. */
@NullMarked
package org.parley.desk.overview;

import org.jspecify.annotations.NullMarked;
