package org.parley.access.rules;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.parley.access.http.LoopbackRequest;
import org.parley.access.identity.Role;
import org.parley.access.identity.Scope;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Authorizes reading: for anybody on this machine if public reading is {@code local}, otherwise for readers and for
 * programs with the scope {@code read}.
 */
record ReadAuthorization(PublicReading reading) implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public RoleAuthorization.RoleDecision authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        return reading == PublicReading.LOCAL && LoopbackRequest.isLocal(context.getRequest())
                ? new RoleAuthorization.RoleDecision(true, Role.READER, Scope.READ)
                : new RoleAuthorization(Role.READER, Scope.READ).authorize(authentication, context);
    }
}
