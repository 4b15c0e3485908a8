/** Standard event codes (PLOVER, CAMEO) of the event types. */
@NullMarked
package org.parley.coding;

import org.jspecify.annotations.NullMarked;
