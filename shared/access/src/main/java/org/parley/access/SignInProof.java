package org.parley.access;

import java.time.Instant;
import java.util.UUID;

/**
 * The credential that a request was authenticated with, as far as it can lose validity. Equal ones lose it together.
 */
sealed interface SignInProof {

    /** Does not expire: the request is anonymous, or sent by a service of Parley in its own name. */
    SignInProof ENDLESS = new Until(Instant.MAX);

    /**
     * The password of an account, or a pass for its owner.
     *
     * @param since when it was verified; it becomes invalid when the password is changed later
     */
    record Account(SignedIn person, Instant since) implements SignInProof {}

    /**
     * An API token.
     *
     * @param role its owner's role when it was verified; it becomes invalid when the role changes
     */
    record Token(UUID id, Role role) implements SignInProof {}

    /** A credential with a fixed expiry, such as an access token of the provider. */
    record Until(Instant end) implements SignInProof {}
}
