/** Keeps one projection up to date: reads, filters and orders records, and applies them in batches. */
@NullMarked
package org.parley.projection.reader;

import org.jspecify.annotations.NullMarked;
