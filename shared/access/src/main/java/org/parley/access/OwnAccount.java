package org.parley.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Lets through the account that the path's {@code name} names, and every chief; no program. */
final class OwnAccount implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public NeedsRole.Verdict authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        boolean granted = SignedIn.in(authentication.get())
                .filter(who -> NeedsRole.isFor(who, null))
                .filter(who -> who.may(Role.CHIEF)
                        || who.name().equals(context.getVariables().get("name")))
                .isPresent();
        return new NeedsRole.Verdict(granted, Role.CHIEF, null);
    }
}
