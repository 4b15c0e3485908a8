package org.parley.access.rules;

import org.parley.access.identity.Role;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** The rules of {@link AccessRules} for a service with pages, which need a separate filter chain. */
public final class PageAuthorization {
    private final PublicReading reading;

    public PageAuthorization(PublicReading reading) {
        this.reading = reading;
    }

    /** Authorizes anybody on this machine if public reading is {@code local}; otherwise every authenticated user. */
    public AuthorizationManager<RequestAuthorizationContext> mayRead() {
        return new ReadAuthorization(reading);
    }

    /** Authorizes people with a role or one above it. */
    public AuthorizationManager<RequestAuthorizationContext> hasRole(Role role) {
        return new RoleAuthorization(role, null);
    }
}
