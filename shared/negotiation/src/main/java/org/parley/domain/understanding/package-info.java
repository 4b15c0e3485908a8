/** Understandings: informal agreements that a party claims, and who confirms or contests them. */
@NullMarked
package org.parley.domain.understanding;

import org.jspecify.annotations.NullMarked;
