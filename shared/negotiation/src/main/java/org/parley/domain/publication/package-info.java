/** The public trail: what of a negotiation's trail may be known outside the newsroom, and from when. */
@NullMarked
package org.parley.domain.publication;

import org.jspecify.annotations.NullMarked;
