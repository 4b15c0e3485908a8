/** The services in containers, and how they are reached. */
@NullMarked
package org.parley.acceptance.running;

import org.jspecify.annotations.NullMarked;
