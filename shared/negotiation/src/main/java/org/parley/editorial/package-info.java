/**
 * Editorial commands and events about recorded developments: corrections, retractions, sources, grades, disputes,
 * embargoes.
 */
@NullMarked
package org.parley.editorial;

import org.jspecify.annotations.NullMarked;
