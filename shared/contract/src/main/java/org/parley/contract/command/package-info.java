/** Reads commands as clients send them, validates them, and says everything that is wrong with one at once. */
@NullMarked
package org.parley.contract.command;

import org.jspecify.annotations.NullMarked;
