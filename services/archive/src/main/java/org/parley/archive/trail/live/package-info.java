/** The live stream: new entries of all trails as Server-Sent Events. */
@NullMarked
package org.parley.archive.trail.live;

import org.jspecify.annotations.NullMarked;
