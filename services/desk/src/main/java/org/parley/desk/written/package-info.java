/** What people write by hand: dates in words and pasted web addresses. */
@NullMarked
package org.parley.desk.written;

import org.jspecify.annotations.NullMarked;
