/** Events, texts and instants as they are kept in the database. */
@NullMarked
package org.parley.archive.store;

import org.jspecify.annotations.NullMarked;
