package org.parley.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** The reading rule: on this machine anybody, if reading is public there; otherwise a reader, or a program that may read. */
record MayRead(PublicReading reading) implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public NeedsRole.Verdict authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        return reading == PublicReading.LOCAL && Loopback.isOrigin(context.getRequest())
                ? new NeedsRole.Verdict(true, Role.READER, Scope.READ)
                : new NeedsRole(Role.READER, Scope.READ).authorize(authentication, context);
    }
}
