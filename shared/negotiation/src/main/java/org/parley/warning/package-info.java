/** Warnings: consequences that a party threatens. */
@NullMarked
package org.parley.warning;

import org.jspecify.annotations.NullMarked;
