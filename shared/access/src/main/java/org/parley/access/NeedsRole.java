package org.parley.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Authorizes principals with a role or one above it, and programs only with a scope in addition.
 *
 * @param scope the scope that programs need; null if no program is authorized
 */
record NeedsRole(Role role, @Nullable Scope scope) implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public Verdict authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext request) {
        SignedIn caller = SignedIn.in(authentication.get()).orElse(null);
        return new Verdict(caller != null && caller.may(role) && isFor(caller, scope), role, scope);
    }

    static boolean isFor(SignedIn caller, @Nullable Scope scope) {
        return scope == null ? caller.scopes() == null : caller.isFor(scope);
    }

    /** The decision together with the required role and scope, so that a refusal can name them. */
    record Verdict(boolean isGranted, Role role, @Nullable Scope scope) implements AuthorizationResult {}
}
