/** What needs a look: dates that passed without the development that was expected by then. */
@NullMarked
package org.parley.domain.alert;

import org.jspecify.annotations.NullMarked;
