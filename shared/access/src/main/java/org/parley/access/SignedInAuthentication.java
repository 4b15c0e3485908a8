package org.parley.access;

import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.Authentication;

/** The Spring Security authentication of a principal, with the credential that was verified. */
final class SignedInAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    // Sessions are kept in memory only, so nothing is serialized.
    private final transient SignedIn signedIn;
    private final transient SignInProof proof;

    SignedInAuthentication(SignedIn signedIn, SignInProof proof, @Nullable Object details) {
        super(signedIn.role().authorities());
        this.signedIn = signedIn;
        this.proof = proof;
        setDetails(details);
        setAuthenticated(true);
    }

    static SignInProof proof(@Nullable Authentication authentication) {
        return authentication instanceof SignedInAuthentication ours ? ours.proof : SignInProof.ENDLESS;
    }

    @Override
    public SignedIn getPrincipal() {
        return signedIn;
    }

    /** Always null: passwords and tokens are not kept. */
    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other) && other instanceof SignedInAuthentication that && proof.equals(that.proof);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
