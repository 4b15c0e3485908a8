/** The services in containers: the tour of the README, and whatever may happen to them. */
@NullMarked
package org.parley.acceptance;

import org.jspecify.annotations.NullMarked;
