/** Meetings: planned, postponed, cancelled, held, and what came of them. */
@NullMarked
package org.parley.meeting;

import org.jspecify.annotations.NullMarked;
