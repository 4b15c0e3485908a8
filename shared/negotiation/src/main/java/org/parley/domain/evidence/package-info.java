/** Evidence: the sources of a development and their grade. */
@NullMarked
package org.parley.domain.evidence;

import org.jspecify.annotations.NullMarked;
