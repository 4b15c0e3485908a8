/** The command {@code parley}: what analysts and checkers do with a trail, with a server or without. */
@NullMarked
package org.parley.cli;

import org.jspecify.annotations.NullMarked;
