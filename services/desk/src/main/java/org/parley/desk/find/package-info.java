/** Finds matters, parties, entries, commands and pages, and keeps views under names. */
@NullMarked
package org.parley.desk.find;

import org.jspecify.annotations.NullMarked;
