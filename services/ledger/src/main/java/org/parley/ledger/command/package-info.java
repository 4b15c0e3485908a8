/** Commands over HTTP: single commands, batches, and dry runs. */
@NullMarked
package org.parley.ledger.command;

import org.jspecify.annotations.NullMarked;
