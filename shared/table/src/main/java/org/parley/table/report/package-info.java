/** What became of each row of an imported file, or would. */
@NullMarked
package org.parley.table.report;

import org.jspecify.annotations.NullMarked;
