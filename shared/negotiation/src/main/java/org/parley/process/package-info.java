/** The negotiation itself: opened, suspended, broken off, concluded, and who takes part. */
@NullMarked
package org.parley.process;

import org.jspecify.annotations.NullMarked;
