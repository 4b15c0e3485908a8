package org.parley.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Asks for the password again before it is changed: somebody at an unlocked desk is signed in, and does not know it. */
final class CurrentPassword {

    private final AuthenticationManager signIn;

    CurrentPassword(AuthenticationManager signIn) {
        this.signIn = signIn;
    }

    /**
     * Insists on it; wrong ones count as failed sign-ins.
     *
     * @throws BadInput if it is wrong
     * @throws TooManyFailures if others were before it
     */
    void require(String account, String password, HttpServletRequest request) {
        UsernamePasswordAuthenticationToken attempt =
                UsernamePasswordAuthenticationToken.unauthenticated(account, password);
        attempt.setDetails(new WebAuthenticationDetails(request));
        try {
            signIn.authenticate(attempt);
        } catch (BadCredentialsException e) {
            throw new BadInput(List.of(new InputError("/current", "This is not your password.")));
        }
    }
}
