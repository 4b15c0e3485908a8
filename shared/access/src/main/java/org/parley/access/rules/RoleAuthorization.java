package org.parley.access.rules;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.parley.access.identity.Scope;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Authorizes principals with a role or one above it, and programs only with a scope in addition.
 *
 * @param scope the scope that programs need; null if no program is authorized
 */
record RoleAuthorization(Role role, @Nullable Scope scope)
        implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public RoleDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext request) {
        ParleyPrincipal caller = ParleyPrincipal.from(authentication.get()).orElse(null);
        return new RoleDecision(caller != null && caller.hasRole(role) && permitsScope(caller, scope), role, scope);
    }

    static boolean permitsScope(ParleyPrincipal caller, @Nullable Scope scope) {
        return scope == null ? caller.scopes() == null : caller.hasScope(scope);
    }

    /** The decision together with the required role and scope, so that a refusal can name them. */
    record RoleDecision(
            boolean isGranted, Role role, @Nullable Scope scope) implements AuthorizationResult {}
}
