/** The timeline page of a negotiation. */
@NullMarked
package org.parley.desk.timeline;

import org.jspecify.annotations.NullMarked;
