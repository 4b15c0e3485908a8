/** Who may do what over HTTP: accounts, sign-in, roles, and the limits every request meets. */
@NullMarked
package org.parley.access;

import org.jspecify.annotations.NullMarked;
