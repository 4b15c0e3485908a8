/** What all queries share: their instants, the wait for a development, pages, and errors. */
@NullMarked
package org.parley.archive.question;

import org.jspecify.annotations.NullMarked;
