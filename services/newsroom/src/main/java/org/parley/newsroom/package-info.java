/** All of Parley in one process, on a PostgreSQL and a Kafka broker of its own, with the first dossier. */
@NullMarked
package org.parley.newsroom;

import org.jspecify.annotations.NullMarked;
