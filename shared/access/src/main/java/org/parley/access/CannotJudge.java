package org.parley.access;

import org.springframework.security.core.AuthenticationException;

/** Nobody can tell at the moment who this is; it is answered with 503, since asking again may help. */
final class CannotJudge extends AuthenticationException {

    private static final long serialVersionUID = 1L;

    /** What cannot be reached, as a sentence for the caller. */
    CannotJudge(String why, Throwable cause) {
        super(why, cause);
    }
}
