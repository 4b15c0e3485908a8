/** Ceasefires: proposed, accepted, rejected, in force, violated, ended. */
@NullMarked
package org.parley.ceasefire;

import org.jspecify.annotations.NullMarked;
