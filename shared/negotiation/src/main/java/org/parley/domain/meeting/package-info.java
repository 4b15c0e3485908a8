/** Meetings: their lifecycle and outcomes. */
@NullMarked
package org.parley.domain.meeting;

import org.jspecify.annotations.NullMarked;
