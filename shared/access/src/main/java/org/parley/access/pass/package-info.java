/** Passes: short-lived internal JWTs with which the desk calls other services on behalf of a person. */
@NullMarked
package org.parley.access.pass;

import org.jspecify.annotations.NullMarked;
