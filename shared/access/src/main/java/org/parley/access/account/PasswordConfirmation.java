package org.parley.access.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.parley.access.problem.InputError;
import org.parley.access.problem.InvalidBodyException;
import org.parley.access.signin.SignInThrottledException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Confirms the current password before it is changed: somebody at an unlocked computer is signed in without knowing it.
 */
public final class PasswordConfirmation {

    private final AuthenticationManager signIn;

    public PasswordConfirmation(AuthenticationManager signIn) {
        this.signIn = signIn;
    }

    /**
     * Verifies the password. A wrong one counts as a failed sign-in.
     *
     * @throws InvalidBodyException if the password is wrong
     * @throws SignInThrottledException after too many failed attempts
     */
    void require(String account, String password, HttpServletRequest request) {
        UsernamePasswordAuthenticationToken attempt =
                UsernamePasswordAuthenticationToken.unauthenticated(account, password);
        attempt.setDetails(new WebAuthenticationDetails(request));
        try {
            signIn.authenticate(attempt);
        } catch (BadCredentialsException e) {
            throw new InvalidBodyException(
                    List.of(InputError.of("/current", "This is not your password.", "Esta no es su contraseña.")));
        }
    }
}
