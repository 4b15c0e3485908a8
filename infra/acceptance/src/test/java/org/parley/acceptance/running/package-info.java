/** The services in containers and clients for them. */
@NullMarked
package org.parley.acceptance.running;

import org.jspecify.annotations.NullMarked;
