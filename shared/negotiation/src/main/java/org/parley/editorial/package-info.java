/** What editors say of developments already recorded: corrections, retractions, sources, grades, disputes, embargoes. */
@NullMarked
package org.parley.editorial;

import org.jspecify.annotations.NullMarked;
