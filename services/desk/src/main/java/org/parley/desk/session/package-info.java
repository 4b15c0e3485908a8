/** Signing in and out, and what protects the pages: sessions, CSRF tokens, headers. */
@NullMarked
package org.parley.desk.session;

import org.jspecify.annotations.NullMarked;
