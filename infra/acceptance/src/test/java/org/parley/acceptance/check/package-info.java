/** Compares the acknowledged developments with those that each output delivered. */
@NullMarked
package org.parley.acceptance.check;

import org.jspecify.annotations.NullMarked;
