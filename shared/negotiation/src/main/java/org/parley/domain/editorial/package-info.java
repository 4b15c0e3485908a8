/**
 * Editorial commands and events about recorded developments: corrections, retractions, sources, grades, disputes,
 * embargoes.
 */
@NullMarked
package org.parley.domain.editorial;

import org.jspecify.annotations.NullMarked;
