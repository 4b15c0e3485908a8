/** Parts of sentences: names, quantities, and the clause of an event. */
@NullMarked
package org.parley.domain.wording;

import org.jspecify.annotations.NullMarked;
