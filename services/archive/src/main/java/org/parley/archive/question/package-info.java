/** What all questions have in common: their instants, their waiting for a development, their errors. */
@NullMarked
package org.parley.archive.question;

import org.jspecify.annotations.NullMarked;
