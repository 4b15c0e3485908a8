/** All kinds, commands and events of the domain in one place. */
@NullMarked
package org.parley.domain.catalogue;

import org.jspecify.annotations.NullMarked;
