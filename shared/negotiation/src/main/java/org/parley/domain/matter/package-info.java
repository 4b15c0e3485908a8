/** Matters: the aggregates of the domain, their lifecycles as tables, and the fold of their history into a state. */
@NullMarked
package org.parley.domain.matter;

import org.jspecify.annotations.NullMarked;
