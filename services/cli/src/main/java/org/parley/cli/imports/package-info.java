/** Sends the rows of a file to the ledger and prints the outcome of each row. */
@NullMarked
package org.parley.cli.imports;

import org.jspecify.annotations.NullMarked;
