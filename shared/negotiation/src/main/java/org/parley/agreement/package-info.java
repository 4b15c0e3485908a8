/** Agreements: their lifecycle and the commitments in them. */
@NullMarked
package org.parley.agreement;

import org.jspecify.annotations.NullMarked;
