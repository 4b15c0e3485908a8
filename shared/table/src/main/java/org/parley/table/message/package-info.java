/** Messages about an imported file for the editor, in English and Spanish. */
@NullMarked
package org.parley.table.message;

import org.jspecify.annotations.NullMarked;
