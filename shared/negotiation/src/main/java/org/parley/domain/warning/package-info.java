/** Warnings: consequences that a party threatens. */
@NullMarked
package org.parley.domain.warning;

import org.jspecify.annotations.NullMarked;
