/** Demands: their lifecycle and answers. */
@NullMarked
package org.parley.demand;

import org.jspecify.annotations.NullMarked;
