/**
 * The command line {@code parley}: reads, verifies and replays trails, with a server or an export, and imports files.
 */
@NullMarked
package org.parley.cli;

import org.jspecify.annotations.NullMarked;
