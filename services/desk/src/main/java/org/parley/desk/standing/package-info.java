/** The page that tells where things stand. */
@NullMarked
package org.parley.desk.standing;

import org.jspecify.annotations.NullMarked;
