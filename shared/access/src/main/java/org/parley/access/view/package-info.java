/** The views of negotiations that people save under a name. */
@NullMarked
package org.parley.access.view;

import org.jspecify.annotations.NullMarked;
