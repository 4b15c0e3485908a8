package org.parley.access.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * The credential that a request was authenticated with, as far as it can lose validity. Equal ones lose it together.
 */
public sealed interface VerifiedCredential {

    /** Does not expire: the request is anonymous, or sent by a service of Parley in its own name. */
    VerifiedCredential PERMANENT = new ExpiringCredential(Instant.MAX);

    /**
     * The password of an account, or a pass for its owner.
     *
     * @param verifiedAt when it was verified; it becomes invalid when the password is changed later
     */
    record AccountCredential(ParleyPrincipal principal, Instant verifiedAt) implements VerifiedCredential {}

    /**
     * An API token.
     *
     * @param role its owner's role when it was verified; it becomes invalid when the role changes
     */
    record TokenCredential(UUID id, Role role) implements VerifiedCredential {}

    /** A credential with a fixed expiry, such as an access token of the provider. */
    record ExpiringCredential(Instant expiresAt) implements VerifiedCredential {}
}
