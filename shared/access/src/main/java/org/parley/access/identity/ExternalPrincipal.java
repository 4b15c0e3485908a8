package org.parley.access.identity;

/** A principal of another type, such as an OpenID Connect user, that maps to a principal of Parley. */
public interface ExternalPrincipal {

    /** The corresponding principal of Parley. */
    ParleyPrincipal principal();
}
