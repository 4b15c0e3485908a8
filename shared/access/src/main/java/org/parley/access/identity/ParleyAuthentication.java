package org.parley.access.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;

/** The Spring Security authentication of a principal, with the credential that was verified. */
public final class ParleyAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    // Sessions are kept in memory only, so nothing is serialized.
    private final transient ParleyPrincipal signedIn;
    private final transient VerifiedCredential credential;

    ParleyAuthentication(ParleyPrincipal signedIn, VerifiedCredential proof, @Nullable Object details) {
        super(signedIn.role().authorities());
        this.signedIn = signedIn;
        this.credential = proof;
        setDetails(details);
        setAuthenticated(true);
    }

    public static VerifiedCredential credential(@Nullable Authentication authentication) {
        return authentication instanceof ParleyAuthentication ours ? ours.credential : VerifiedCredential.PERMANENT;
    }

    @Override
    public ParleyPrincipal getPrincipal() {
        return signedIn;
    }

    /** Always null: passwords and tokens are not kept. */
    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof ParleyAuthentication that && credential.equals(that.credential);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
