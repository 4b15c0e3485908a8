/** Finds matters, parties and entries of a negotiation by what somebody types. */
@NullMarked
package org.parley.archive.find;

import org.jspecify.annotations.NullMarked;
