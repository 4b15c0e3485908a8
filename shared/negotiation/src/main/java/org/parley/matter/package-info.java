/** Matters: things with a life of their own, their lifecycles as data, and the fold of their history into a state. */
@NullMarked
package org.parley.matter;

import org.jspecify.annotations.NullMarked;
