package org.parley.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets through who is signed in with a role or one above it. */
record NeedsRole(Role role) implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public Verdict authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext request) {
        boolean granted =
                SignedIn.in(authentication.get()).filter(who -> who.may(role)).isPresent();
        return new Verdict(granted, role);
    }

    /** The decision together with the role it asked for, so that a refusal can name it. */
    record Verdict(boolean isGranted, Role needed) implements AuthorizationResult {}
}
