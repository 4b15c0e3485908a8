/** Agreements: their lifecycle and the commitments in them. */
@NullMarked
package org.parley.domain.agreement;

import org.jspecify.annotations.NullMarked;
