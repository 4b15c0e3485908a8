/** Evidence: the sources of a development and their grade. */
@NullMarked
package org.parley.evidence;

import org.jspecify.annotations.NullMarked;
