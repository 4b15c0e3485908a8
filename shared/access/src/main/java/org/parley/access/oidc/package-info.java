/** Sign-in with the organisation's OpenID Connect provider, and its access tokens for the API. */
@NullMarked
package org.parley.access.oidc;

import org.jspecify.annotations.NullMarked;
