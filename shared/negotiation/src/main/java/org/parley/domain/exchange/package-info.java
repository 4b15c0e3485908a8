/** Exchanges of prisoners, hostages, remains and children. */
@NullMarked
package org.parley.domain.exchange;

import org.jspecify.annotations.NullMarked;
