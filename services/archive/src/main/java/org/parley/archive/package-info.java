/** The read side: what was recorded, where things stand, and where they stood. */
@NullMarked
package org.parley.archive;

import org.jspecify.annotations.NullMarked;
