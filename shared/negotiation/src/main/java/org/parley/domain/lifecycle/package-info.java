/** Lifecycles as tables of transitions, and the fold of one event into the state of a matter. */
@NullMarked
package org.parley.domain.lifecycle;

import org.jspecify.annotations.NullMarked;
