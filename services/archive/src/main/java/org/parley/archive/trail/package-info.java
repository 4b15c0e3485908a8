/** The audit trail: every event in the order recorded, and what the newsroom holds of it. */
@NullMarked
package org.parley.archive.trail;

import org.jspecify.annotations.NullMarked;
