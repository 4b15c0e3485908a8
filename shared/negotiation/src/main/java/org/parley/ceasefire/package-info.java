/** Ceasefires: their lifecycle, answers and alleged violations. */
@NullMarked
package org.parley.ceasefire;

import org.jspecify.annotations.NullMarked;
