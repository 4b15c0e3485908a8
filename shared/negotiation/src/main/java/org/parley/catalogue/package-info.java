/** All kinds, commands and events of the domain in one place. */
@NullMarked
package org.parley.catalogue;

import org.jspecify.annotations.NullMarked;
