package org.parley.access;

import org.springframework.security.core.AuthenticationException;

/** The provider vouches for somebody who has no business here; it is answered with 403. */
public final class NotAdmitted extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    /** Why, in a sentence or two for whoever it is. */
    NotAdmitted(String why) {
        super(why);
    }
}
