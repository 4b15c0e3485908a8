/** Ends embargoes: the ledger itself records the release. */
@NullMarked
package org.parley.ledger.embargo;

import org.jspecify.annotations.NullMarked;
