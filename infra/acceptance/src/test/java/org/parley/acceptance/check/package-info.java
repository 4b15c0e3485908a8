/** Compares what was acknowledged with what came out, wherever it comes out. */
@NullMarked
package org.parley.acceptance.check;

import org.jspecify.annotations.NullMarked;
