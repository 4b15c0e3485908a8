/** Standard event codes (PLOVER, CAMEO) of every event type. */
@NullMarked
package org.parley.coding;

import org.jspecify.annotations.NullMarked;
