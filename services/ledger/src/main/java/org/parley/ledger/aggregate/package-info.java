/** Axon aggregates, one per kind of matter. They only delegate to the decision functions of the domain. */
@NullMarked
package org.parley.ledger.aggregate;

import org.jspecify.annotations.NullMarked;
