/** Where a whole negotiation stands: every matter, the parties' positions, the packages. */
@NullMarked
package org.parley.state;

import org.jspecify.annotations.NullMarked;
