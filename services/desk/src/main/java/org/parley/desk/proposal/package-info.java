/**
 * Proposes what a sentence about a negotiation records: command, matter, parties and date. Plain matching of words with
 * what is known in the negotiation; nothing leaves the program, and an editor decides.
 */
@NullMarked
package org.parley.desk.proposal;

import org.jspecify.annotations.NullMarked;
