/** Dates as sources give them (imprecise, approximate, uncertain), and values that change over valid time. */
@NullMarked
package org.parley.domain.time;

import org.jspecify.annotations.NullMarked;
