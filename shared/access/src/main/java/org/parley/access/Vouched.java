package org.parley.access;

/** A principal of another kind, such as a provider's user, that says who it is here. */
public interface Vouched {

    /** Who it is here. */
    SignedIn signedIn();
}
