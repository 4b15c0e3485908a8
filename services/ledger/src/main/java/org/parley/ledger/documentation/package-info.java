/** What the running ledger tells of itself: the schemas of its events and the description of its commands. */
@NullMarked
package org.parley.ledger.documentation;

import org.jspecify.annotations.NullMarked;
