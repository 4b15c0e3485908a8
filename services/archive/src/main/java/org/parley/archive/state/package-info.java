/** Where negotiations and matters stand, now or at any two instants of the world's and the desk's time. */
@NullMarked
package org.parley.archive.state;

import org.jspecify.annotations.NullMarked;
