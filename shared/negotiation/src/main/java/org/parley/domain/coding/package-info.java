/** Standard event codes (PLOVER, CAMEO) of the event types. */
@NullMarked
package org.parley.domain.coding;

import org.jspecify.annotations.NullMarked;
