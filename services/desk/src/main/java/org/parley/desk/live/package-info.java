/** Telling open pages what colleagues have just recorded. */
@NullMarked
package org.parley.desk.live;

import org.jspecify.annotations.NullMarked;
