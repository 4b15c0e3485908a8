/** The readers that keep the read models up with the stream, and how far they are. */
@NullMarked
package org.parley.archive.projections;

import org.jspecify.annotations.NullMarked;
