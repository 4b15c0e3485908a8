package org.parley.access;

import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** The rules of {@link AccessRules}, for a service that has pages and thus a chain of its own for them. */
public final class PageAccess {
    private final PublicReading reading;

    PageAccess(PublicReading reading) {
        this.reading = reading;
    }

    /** Anybody on this machine, if reading is public there; otherwise those who are signed in. */
    public AuthorizationManager<RequestAuthorizationContext> mayRead() {
        return new MayRead(reading);
    }

    /** Whoever is signed in with a role or one above it. */
    public AuthorizationManager<RequestAuthorizationContext> needs(Role role) {
        return new NeedsRole(role, null);
    }
}
