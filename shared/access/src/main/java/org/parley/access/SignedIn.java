package org.parley.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is signed in on this request: the principal of the security context. A controller may also take it as an argument
 * with {@code @AuthenticationPrincipal}.
 *
 * @param name the account's name
 * @param role the account's role when it signed in (at most a minute ago)
 */
public record SignedIn(String name, Role role) implements AuthenticatedPrincipal {

    /**
     * Who is signed in on this thread's request.
     *
     * @throws AuthenticationCredentialsNotFoundException if nobody is; left uncaught it is answered with 401
     */
    public static SignedIn current() {
        return ifAny().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody is signed in."));
    }

    /** Who is signed in on this thread's request, or empty for an anonymous reader. */
    public static Optional<SignedIn> ifAny() {
        return in(SecurityContextHolder.getContext().getAuthentication());
    }

    static Optional<SignedIn> in(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    /** Whether this account may do what needs {@code needed}. */
    public boolean may(Role needed) {
        return role.includes(needed);
    }

    /**
     * Insists on a role, for rules finer than a path.
     *
     * @param needed the role the deed needs
     * @param rule the rule as a sentence for the caller, such as "Only a chief may retract a development."
     * @throws AccessDeniedException if the role does not suffice; left uncaught it is answered with 403 and the rule as
     *     detail
     */
    public void require(Role needed, String rule) {
        if (!may(needed)) {
            throw new AccessDeniedException(rule);
        }
    }

    @Override
    public String getName() {
        return name;
    }
}
