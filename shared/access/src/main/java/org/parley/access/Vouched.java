package org.parley.access;

/** A principal of another type, such as an OpenID Connect user, that maps to a principal of Parley. */
public interface Vouched {

    /** The corresponding principal of Parley. */
    SignedIn signedIn();
}
