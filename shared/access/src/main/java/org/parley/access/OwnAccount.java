package org.parley.access;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Authorizes the account that the path variable {@code name} names, and every chief; no programs. */
final class OwnAccount implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public NeedsRole.Verdict authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        boolean granted = SignedIn.in(authentication.get())
                .filter(caller -> NeedsRole.isFor(caller, null))
                .filter(caller -> caller.may(Role.CHIEF)
                        || caller.name().equals(context.getVariables().get("name")))
                .isPresent();
        return new NeedsRole.Verdict(granted, Role.CHIEF, null);
    }
}
