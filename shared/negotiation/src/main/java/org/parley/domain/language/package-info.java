/** The languages of sentences and refusals. */
@NullMarked
package org.parley.domain.language;

import org.jspecify.annotations.NullMarked;
