/** Conversions of events, texts and instants for PostgreSQL. */
@NullMarked
package org.parley.archive.store;

import org.jspecify.annotations.NullMarked;
