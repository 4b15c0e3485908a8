/** Whether an export is what was signed; and if not, at which positions it is not. */
@NullMarked
package org.parley.cli.verify;

import org.jspecify.annotations.NullMarked;
