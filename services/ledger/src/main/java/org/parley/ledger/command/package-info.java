/** Commands over HTTP: one at a time, in batches, or as dry runs. */
@NullMarked
package org.parley.ledger.command;

import org.jspecify.annotations.NullMarked;
