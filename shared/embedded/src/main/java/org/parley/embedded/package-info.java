/** Runs a real PostgreSQL and a real Kafka broker without Docker, with their data in a persistent folder. */
@NullMarked
package org.parley.embedded;

import org.jspecify.annotations.NullMarked;
