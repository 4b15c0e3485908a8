/** Ceasefires: their lifecycle, answers and alleged violations. */
@NullMarked
package org.parley.domain.ceasefire;

import org.jspecify.annotations.NullMarked;
