/** Standard event codes (PLOVER, CAMEO) of what happens between parties. */
@NullMarked
package org.parley.coding;

import org.jspecify.annotations.NullMarked;
