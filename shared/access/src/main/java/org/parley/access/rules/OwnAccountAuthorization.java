package org.parley.access.rules;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.Role;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Authorizes the account that the path variable {@code name} names, and every chief; no programs. */
final class OwnAccountAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public RoleAuthorization.RoleDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        boolean granted = ParleyPrincipal.from(authentication.get())
                .filter(caller -> RoleAuthorization.permitsScope(caller, null))
                .filter(caller -> caller.hasRole(Role.CHIEF)
                        || caller.name().equals(context.getVariables().get("name")))
                .isPresent();
        return new RoleAuthorization.RoleDecision(granted, Role.CHIEF, null);
    }
}
