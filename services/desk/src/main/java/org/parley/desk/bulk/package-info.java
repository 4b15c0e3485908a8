/** Imports developments from a table or a file. */
@NullMarked
package org.parley.desk.bulk;

import org.jspecify.annotations.NullMarked;
