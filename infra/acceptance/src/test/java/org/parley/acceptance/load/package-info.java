/** Editors, readers and subscribers who go on whatever happens, and what they were told. */
@NullMarked
package org.parley.acceptance.load;

import org.jspecify.annotations.NullMarked;
