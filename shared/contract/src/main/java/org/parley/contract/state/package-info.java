/** States, matters and diffs as JSON, and the instants that queries for them name. */
@NullMarked
package org.parley.contract.state;

import org.jspecify.annotations.NullMarked;
