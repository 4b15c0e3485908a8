/** Demands: their lifecycle and answers. */
@NullMarked
package org.parley.domain.demand;

import org.jspecify.annotations.NullMarked;
