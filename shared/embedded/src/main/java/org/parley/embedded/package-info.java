/** Runs a real PostgreSQL and a real Kafka broker without Docker, on a folder that outlives them. */
@NullMarked
package org.parley.embedded;

import org.jspecify.annotations.NullMarked;
