/** Live news on open pages about what colleagues record. */
@NullMarked
package org.parley.desk.live;

import org.jspecify.annotations.NullMarked;
