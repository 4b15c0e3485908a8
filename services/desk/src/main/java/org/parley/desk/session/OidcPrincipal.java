package org.parley.desk.session;

import org.parley.access.identity.ExternalPrincipal;
import org.parley.access.identity.ParleyPrincipal;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A principal who signed in with the identity provider, with the identity that has the rights here. */
final class OidcPrincipal extends DefaultOidcUser implements ExternalPrincipal {
    private static final long serialVersionUID = 1L;

    // Sessions are in memory only and never serialized.
    private final transient ParleyPrincipal principal;

    OidcPrincipal(OidcUser user, ParleyPrincipal signedIn) {
        super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
        this.principal = signedIn;
    }

    @Override
    public ParleyPrincipal principal() {
        return principal;
    }
}
