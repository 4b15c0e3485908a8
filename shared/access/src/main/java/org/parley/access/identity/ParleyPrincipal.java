package org.parley.access.identity;

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
 * The principal of the security context: the person or program that sends this request. A controller may also take it
 * as an argument with {@code @AuthenticationPrincipal}.
 *
 * @param name the name in the trail: the account's name; for a program with a token {@code owner/token}
 * @param role the account's role when it signed in (at most a minute ago)
 * @param scopes the scopes of a program's token, which restrict the role; null for a person
 */
public record ParleyPrincipal(
        String name, Role role, @Nullable Set<Scope> scopes) implements AuthenticatedPrincipal {

    /** A person. */
    public ParleyPrincipal(String name, Role role) {
        this(name, role, null);
    }

    /**
     * The principal of the current thread's request.
     *
     * @throws AuthenticationCredentialsNotFoundException if the request is anonymous; uncaught it results in a 401
     */
    public static ParleyPrincipal current() {
        return findCurrent().orElseThrow(() -> new AuthenticationCredentialsNotFoundException("Nobody is signed in."));
    }

    /** The principal of the current thread's request; empty for an anonymous reader. */
    public static Optional<ParleyPrincipal> findCurrent() {
        return from(SecurityContextHolder.getContext().getAuthentication());
    }

    public static Optional<ParleyPrincipal> from(@Nullable Authentication authentication) {
        return switch (authentication == null ? null : authentication.getPrincipal()) {
            case ParleyPrincipal principal -> Optional.of(principal);
            case ExternalPrincipal external -> Optional.of(external.principal());
            case null, default -> Optional.empty();
        };
    }

    /** Whether this is a person, or a program whose token has this scope. */
    public boolean hasScope(Scope scope) {
        return scopes == null || scopes.contains(scope);
    }

    /**
     * Whether this is a person with an account in Parley: not a program, and not a user of the OpenID Connect provider.
     */
    public boolean hasAccount() {
        return scopes == null && AccountName.isValid(name);
    }

    /** The Spring Security authentication of this principal. */
    public AbstractAuthenticationToken toAuthentication(VerifiedCredential proof, @Nullable Object details) {
        return new ParleyAuthentication(this, proof, details);
    }

    /** The account that limits are counted for: a token counts for the account that owns it. */
    public String owner() {
        return scopes == null ? name : name.substring(0, Math.max(0, name.indexOf('/')));
    }

    /** Whether the role is {@code required} or one above it. */
    public boolean hasRole(Role required) {
        return role.includes(required);
    }

    /**
     * Requires a role, for rules that depend on more than the path.
     *
     * @param required the lowest role that is sufficient
     * @param rule the rule as a sentence for the caller, such as "Only a chief may retract a development."
     * @throws AccessDeniedException if the role is not sufficient; uncaught it results in a 403 with the rule as detail
     */
    public void requireRole(Role required, String rule) {
        if (!hasRole(required)) {
            throw new AccessDeniedException(rule);
        }
    }

    @Override
    public String getName() {
        return name;
    }
}
