/** Dates as sources give them: imprecise, approximate, uncertain. */
@NullMarked
package org.parley.time;

import org.jspecify.annotations.NullMarked;
