/** The projections of the archive: their readers, status, health, and rebuilds. */
@NullMarked
package org.parley.archive.projections;

import org.jspecify.annotations.NullMarked;
