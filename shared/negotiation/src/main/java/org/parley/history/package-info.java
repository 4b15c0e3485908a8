/** The history of a matter: what was recorded, what of it holds, and whether a further development is possible. */
@NullMarked
package org.parley.history;

import org.jspecify.annotations.NullMarked;
