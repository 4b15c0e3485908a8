/** A trail as it is read from an export: its lines, the history folded from them, and the steps of a replay. */
@NullMarked
package org.parley.cli.trail;

import org.jspecify.annotations.NullMarked;
