/** API tokens of programs: the table, the HTTP API, and authentication with a token. */
@NullMarked
package org.parley.access.token;

import org.jspecify.annotations.NullMarked;
