/** Parley in one process with its own PostgreSQL and Kafka broker and the bundled dossiers. */
@NullMarked
package org.parley.newsroom;

import org.jspecify.annotations.NullMarked;
