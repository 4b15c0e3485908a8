package org.parley.access.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.parley.access.account.AccountRepository;
import org.parley.access.account.SignInCache;
import org.parley.access.http.ClientAddress;
import org.parley.access.identity.ParleyPrincipal;
import org.parley.access.identity.VerifiedCredential;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.InternalAuthenticationServiceException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Authenticates a name and a password: first the throttle, then the cache, then the account. */
public final class PasswordAuthenticationProvider implements AuthenticationProvider {

    private static final int LOCKS = 64;

    private static final Logger log = LoggerFactory.getLogger(PasswordAuthenticationProvider.class);

    private final AccountRepository accounts;
    private final SignInCache cache;
    private final SignInThrottle throttle;
    private final KnownAddressRepository known;
    private final Clock clock;

    /** Serialize the attempts for one account from one address, so that parallel guesses cannot outrun the throttle. */
    private final Lock[] locks =
            Stream.generate(ReentrantLock::new).limit(LOCKS).toArray(Lock[]::new);

    public PasswordAuthenticationProvider(
            AccountRepository accounts,
            SignInCache cache,
            SignInThrottle throttle,
            KnownAddressRepository known,
            Clock clock) {
        this.accounts = accounts;
        this.cache = cache;
        this.throttle = throttle;
        this.known = known;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String name = attempt.getName();
        String password = Objects.toString(attempt.getCredentials(), "");
        String address = clientAddress(attempt);
        try {
            throttle.admit(name, address);
            SignInCache.VerifiedSignIn verified = cache.find(name, password);
            if (verified == null) {
                verified = verifySerially(name, password, address);
            }
            return verified.principal()
                    .toAuthentication(
                            new VerifiedCredential.AccountCredential(verified.principal(), verified.verifiedAt()),
                            attempt.getDetails());
        } catch (DataAccessException e) {
            throw new InternalAuthenticationServiceException("The accounts cannot be read.", e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private SignInCache.VerifiedSignIn verifySerially(String name, String password, String address) {
        Lock lock = locks[Math.floorMod(Objects.hash(name, address), LOCKS)];
        lock.lock();
        try {
            throttle.admit(name, address);
            SignInCache.VerifiedSignIn cached = cache.find(name, password);
            return cached != null ? cached : verify(name, password, address);
        } finally {
            lock.unlock();
        }
    }

    private SignInCache.VerifiedSignIn verify(String name, String password, String address) {
        long changes = cache.changeCount();
        Instant now = clock.instant();
        ParleyPrincipal person = accounts.verify(name, password).orElseThrow(() -> {
            throttle.recordFailure(name, address);
            return new BadCredentialsException("Wrong name or password.");
        });
        SignInCache.VerifiedSignIn verified = new SignInCache.VerifiedSignIn(person, now);
        cache.put(name, password, verified, changes);
        saveAddress(name, address);
        return verified;
    }

    /** A failed write is only logged: a database that is read-only at the moment can still verify passwords. */
    private void saveAddress(String name, String address) {
        try {
            known.save(name, address);
        } catch (DataAccessException e) {
            log.warn("The address from which {} signed in could not be saved", name, e);
        }
    }

    /** The address of an attempt as {@link ClientAddress} normalizes it; empty if it is unknown. */
    public static String clientAddress(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details && details.getRemoteAddress() != null
                ? ClientAddress.normalize(details.getRemoteAddress())
                : "";
    }
}
