/** Long-lived responses and sessions: whether their authentication is still valid, and how many streams a client may open. */
@NullMarked
package org.parley.access.session;

import org.jspecify.annotations.NullMarked;
