/** Parties: the sides of a negotiation, the people who speak for them, and voices, who comment from outside. */
@NullMarked
package org.parley.party;

import org.jspecify.annotations.NullMarked;
