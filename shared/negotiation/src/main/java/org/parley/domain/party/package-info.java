/** Parties: the sides of a negotiation, the people who speak for them, and voices, who comment from outside. */
@NullMarked
package org.parley.domain.party;

import org.jspecify.annotations.NullMarked;
