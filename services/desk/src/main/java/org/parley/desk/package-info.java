/** The editors' pages: where things stand, how it came to that, and the forms in which it is logged. */
@NullMarked
package org.parley.desk;

import org.jspecify.annotations.NullMarked;
