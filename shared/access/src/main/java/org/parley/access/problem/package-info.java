/** Error responses: every one is an RFC 9457 problem, whether a controller, a filter or the server answers. */
@NullMarked
package org.parley.access.problem;

import org.jspecify.annotations.NullMarked;
