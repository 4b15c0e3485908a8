/** Measures Parley beside the simplest program that does the same work, in the same run. */
@NullMarked
package org.parley.benchmarks;

import org.jspecify.annotations.NullMarked;
