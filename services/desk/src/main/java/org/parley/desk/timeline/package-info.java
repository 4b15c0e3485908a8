/** The page that draws the negotiation over time. */
@NullMarked
package org.parley.desk.timeline;

import org.jspecify.annotations.NullMarked;
