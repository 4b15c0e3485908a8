/** The services in containers and clients for them. */
@NullMarked
package org.parley.acceptance.environment;

import org.jspecify.annotations.NullMarked;
