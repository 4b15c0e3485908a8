/** The audit trail as a page: searched, narrowed, taken along. */
@NullMarked
package org.parley.desk.trail;

import org.jspecify.annotations.NullMarked;
