package org.parley.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Lets through who is signed in with a role or one above it, and a program only with a token for this scope.
 *
 * @param scope null where no program is let through
 */
record NeedsRole(Role role, @Nullable Scope scope) implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public Verdict authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext request) {
        SignedIn who = SignedIn.in(authentication.get()).orElse(null);
        return new Verdict(who != null && who.may(role) && isFor(who, scope), role, scope);
    }

    static boolean isFor(SignedIn who, @Nullable Scope scope) {
        return scope == null ? who.scopes() == null : who.isFor(scope);
    }

    /** The decision together with what it asked for, so that a refusal can name it. */
    record Verdict(boolean isGranted, Role role, @Nullable Scope scope) implements AuthorizationResult {}
}
