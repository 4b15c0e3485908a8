package org.parley.access;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who or what is signed in on this request: the principal of the security context. A controller may also take it as an argument
 * with {@code @AuthenticationPrincipal}.
 *
 * @param name how the trail names them: the account's name; for a program with a token {@code owner/token}
 * @param role the account's role when it signed in (at most a minute ago)
 * @param scopes what a program's token is for, which bounds the role; null for a person
 */
public record SignedIn(String name, Role role, @Nullable Set<Scope> scopes) implements AuthenticatedPrincipal {

    /** A person. */
    public SignedIn(String name, Role role) {
        this(name, role, null);
    }

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
        return switch (authentication == null ? null : authentication.getPrincipal()) {
            case SignedIn signedIn -> Optional.of(signedIn);
            case Vouched vouched -> Optional.of(vouched.signedIn());
            case null, default -> Optional.empty();
        };
    }

    /** Whether a token's scopes, if there is a token, include this one. */
    boolean isFor(Scope scope) {
        return scopes == null || scopes.contains(scope);
    }

    /** Whether this is a person with an account kept here, not a program and nobody whom only a provider knows. */
    public boolean hasAccount() {
        return scopes == null && AccountName.isValid(name);
    }

    /** As Spring Security takes it. */
    AbstractAuthenticationToken authentication(SignInProof proof, @Nullable Object details) {
        return new SignedInAuthentication(this, proof, details);
    }

    /** Whose share of what is bounded this uses up: all tokens of an account use the account's. */
    public String holder() {
        return scopes == null ? name : name.substring(0, Math.max(0, name.indexOf('/')));
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
