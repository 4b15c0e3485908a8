/** Who calls: the principal of a request with its role and scopes, and the credential that was verified for it. */
@NullMarked
package org.parley.access.identity;

import org.jspecify.annotations.NullMarked;
