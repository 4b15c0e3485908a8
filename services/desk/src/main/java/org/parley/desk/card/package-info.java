/** The picture that shows with a link to a negotiation where it is shared. */
@NullMarked
package org.parley.desk.card;

import org.jspecify.annotations.NullMarked;
