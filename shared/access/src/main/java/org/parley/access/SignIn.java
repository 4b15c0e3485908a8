package org.parley.access;

import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Signs in by name and password: first the throttle, then the cache, then the account itself. */
final class SignIn implements AuthenticationProvider {

    private static final int LOCKS = 64;

    private final Accounts accounts;
    private final SignInCache cache;
    private final SignInThrottle throttle;

    /** Attempts for one account from one address go one at a time: parallel guesses cannot outrun the count. */
    private final Lock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);

    SignIn(Accounts accounts, SignInCache cache, SignInThrottle throttle) {
        this.accounts = accounts;
        this.cache = cache;
        this.throttle = throttle;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String password = Objects.toString(attempt.getCredentials(), "");
        String address = addressOf(attempt);
        throttle.admit(name, address);
        SignedIn signedIn = cache.find(name, password);
        if (signedIn == null) {
            signedIn = oneAtATime(name, password, address);
        }
        return signedIn.authentication(attempt.getDetails());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private SignedIn oneAtATime(String name, String password, String address) {
        Lock lock = locks[Math.floorMod(Objects.hash(name, address), LOCKS)];
        lock.lock();
        try {
            throttle.admit(name, address);
            SignedIn meanwhile = cache.find(name, password);
            return meanwhile != null ? meanwhile : prove(name, password, address);
        } finally {
            lock.unlock();
        }
    }

    private SignedIn prove(String name, String password, String address) {
        long changes = cache.changes();
        try {
            SignedIn signedIn = accounts.prove(name, password).orElseThrow(() -> {
                throttle.failed(name, address);
                return new BadCredentialsException("Wrong name or password.");
            });
            cache.remember(name, password, signedIn, changes);
            return signedIn;
        } catch (DataAccessException e) {
            throw new InternalAuthenticationServiceException("The accounts cannot be read.", e);
        }
    }

    static String addressOf(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details && details.getRemoteAddress() != null
                ? details.getRemoteAddress()
                : "";
    }
}
