/** What all queries share: their instants, the wait for a development, pages, and errors. */
@NullMarked
package org.parley.archive.query;

import org.jspecify.annotations.NullMarked;
