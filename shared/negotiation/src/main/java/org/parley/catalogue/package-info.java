/** Every kind, command and event of Parley in one place. */
@NullMarked
package org.parley.catalogue;

import org.jspecify.annotations.NullMarked;
