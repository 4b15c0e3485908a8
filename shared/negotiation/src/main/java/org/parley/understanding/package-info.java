/** Understandings: what a party says was understood, and who confirms or contests it. */
@NullMarked
package org.parley.understanding;

import org.jspecify.annotations.NullMarked;
