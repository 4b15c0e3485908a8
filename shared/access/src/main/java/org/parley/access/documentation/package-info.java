/** The OpenAPI description of a running service: what all endpoints have in common, and the schemas of responses. */
@NullMarked
package org.parley.access.documentation;

import org.jspecify.annotations.NullMarked;
