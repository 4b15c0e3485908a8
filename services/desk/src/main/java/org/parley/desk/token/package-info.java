/** The page for API tokens, with which programs authenticate. */
@NullMarked
package org.parley.desk.token;

import org.jspecify.annotations.NullMarked;
