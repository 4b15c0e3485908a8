/** Sign-in with a name and a password, and the throttle against guessing. */
@NullMarked
package org.parley.access.signin;

import org.jspecify.annotations.NullMarked;
