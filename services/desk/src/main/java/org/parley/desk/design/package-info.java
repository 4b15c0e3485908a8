/** The page that shows the design's tokens and components. */
@NullMarked
package org.parley.desk.design;

import org.jspecify.annotations.NullMarked;
