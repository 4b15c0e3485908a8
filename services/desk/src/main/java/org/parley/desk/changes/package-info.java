/** The page that tells what changed between two moments, and why. */
@NullMarked
package org.parley.desk.changes;

import org.jspecify.annotations.NullMarked;
