/** Faults of the services, the broker, the database and the network between them. */
@NullMarked
package org.parley.acceptance.fault;

import org.jspecify.annotations.NullMarked;
