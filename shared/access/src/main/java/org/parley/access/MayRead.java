package org.parley.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Authorizes reading: for anybody on this machine if public reading is {@code local}, otherwise for readers and for
 * programs with the scope {@code read}.
 */
record MayRead(PublicReading reading) implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public NeedsRole.Verdict authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        return reading == PublicReading.LOCAL && Loopback.isOrigin(context.getRequest())
                ? new NeedsRole.Verdict(true, Role.READER, Scope.READ)
                : new NeedsRole(Role.READER, Scope.READ).authorize(authentication, context);
    }
}
