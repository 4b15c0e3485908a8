/** The tokens with which programs sign in: a page of one's own. */
@NullMarked
package org.parley.desk.token;

import org.jspecify.annotations.NullMarked;
