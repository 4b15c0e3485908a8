/** The ledger and the archive as the desk sees them: their HTTP contract, asked in a person's name. */
@NullMarked
package org.parley.desk.api;

import org.jspecify.annotations.NullMarked;
