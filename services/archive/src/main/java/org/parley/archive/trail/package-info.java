/** The audit trail: every event in the order recorded, with its editorial status. */
@NullMarked
package org.parley.archive.trail;

import org.jspecify.annotations.NullMarked;
