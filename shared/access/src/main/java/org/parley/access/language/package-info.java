/** The language of an answer, by the header {@code Accept-Language}. */
@NullMarked
package org.parley.access.language;

import org.jspecify.annotations.NullMarked;
