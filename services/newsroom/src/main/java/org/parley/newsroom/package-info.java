/** Parley in one process with its own PostgreSQL and Kafka broker and the bundled dossier. */
@NullMarked
package org.parley.newsroom;

import org.jspecify.annotations.NullMarked;
