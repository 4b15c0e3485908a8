package org.parley.access;

import java.time.Instant;
import java.util.UUID;

/** What let a request in, as far as it can end. Equal proofs end together. */
sealed interface SignInProof {

    /** Nothing that ends: nobody was asked who they are, or a service of Parley asks in its own name. */
    SignInProof ENDLESS = new Until(Instant.MAX);

    /**
     * A password, or a pass for the account's person.
     *
     * @param since when it was proven; a password that was changed later ends it
     */
    record Account(SignedIn person, Instant since) implements SignInProof {}

    /**
     * An API token.
     *
     * @param role its owner's role at that time; another one ends it
     */
    record Token(UUID id, Role role) implements SignInProof {}

    /** Something that was good until then from the beginning, such as a provider's token. */
    record Until(Instant end) implements SignInProof {}
}
