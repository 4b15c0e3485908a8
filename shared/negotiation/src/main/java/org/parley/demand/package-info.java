/** Demands: made, refused, conceded, dropped. */
@NullMarked
package org.parley.demand;

import org.jspecify.annotations.NullMarked;
