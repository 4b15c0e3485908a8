/** The state of negotiations and matters, now or at any two instants of valid time and transaction time. */
@NullMarked
package org.parley.archive.state;

import org.jspecify.annotations.NullMarked;
