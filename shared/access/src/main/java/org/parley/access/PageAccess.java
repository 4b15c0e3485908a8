package org.parley.access;

import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** The rules of {@link AccessRules} for a service with pages, which need a separate filter chain. */
public final class PageAccess {
    private final PublicReading reading;

    PageAccess(PublicReading reading) {
        this.reading = reading;
    }

    /** Authorizes anybody on this machine if public reading is {@code local}; otherwise every authenticated user. */
    public AuthorizationManager<RequestAuthorizationContext> mayRead() {
        return new MayRead(reading);
    }

    /** Authorizes people with a role or one above it. */
    public AuthorizationManager<RequestAuthorizationContext> needs(Role role) {
        return new NeedsRole(role, null);
    }
}
