/** Sign-in, sign-out and the security of the pages: sessions, CSRF tokens and headers. */
@NullMarked
package org.parley.desk.session;

import org.jspecify.annotations.NullMarked;
