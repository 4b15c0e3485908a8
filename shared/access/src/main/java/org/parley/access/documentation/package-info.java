/** How the running program describes its API (OpenAPI): what every address has in common, and the shapes of answers. */
@NullMarked
package org.parley.access.documentation;

import org.jspecify.annotations.NullMarked;
