/** Verifies an export against signed checkpoints and finds the positions at which it differs. */
@NullMarked
package org.parley.cli.verify;

import org.jspecify.annotations.NullMarked;
