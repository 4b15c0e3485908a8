/**
 * The history of a matter: what was recorded, which developments are effective, and which further ones are possible.
 */
@NullMarked
package org.parley.domain.history;

import org.jspecify.annotations.NullMarked;
