/** Security guarantees: their lifecycle, opinions about them and contributions to them. */
@NullMarked
package org.parley.domain.guarantee;

import org.jspecify.annotations.NullMarked;
