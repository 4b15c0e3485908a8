/** The ledger's API documentation: the schemas of its events and commands. */
@NullMarked
package org.parley.ledger.documentation;

import org.jspecify.annotations.NullMarked;
