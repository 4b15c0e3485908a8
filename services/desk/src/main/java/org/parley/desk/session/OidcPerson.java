package org.parley.desk.session;

import org.parley.access.SignedIn;
import org.parley.access.Vouched;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** A principal who signed in with the identity provider, with the identity that has the rights here. */
final class OidcPerson extends DefaultOidcUser implements Vouched {
    private static final long serialVersionUID = 1L;

    // Sessions are in memory only and never serialized.
    private final transient SignedIn signedIn;

    OidcPerson(OidcUser user, SignedIn signedIn) {
        super(user.getAuthorities(), user.getIdToken(), user.getUserInfo());
        this.signedIn = signedIn;
    }

    @Override
    public SignedIn signedIn() {
        return signedIn;
    }
}
