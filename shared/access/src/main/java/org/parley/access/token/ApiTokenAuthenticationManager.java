package org.parley.access.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.access.account.SignInCache;
import org.parley.access.identity.VerifiedCredential;
import org.parley.access.signin.PasswordAuthenticationProvider;
import org.parley.access.signin.SignInThrottle;
import org.parley.domain.language.BilingualText;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Authenticates API tokens. The result is cached as long as a sign-in, by the hash of the secret. Refusals are cached
 * too: a program that keeps sending a revoked token counts only once a minute in the throttle, and does not lock out
 * others at its address.
 */
public final class ApiTokenAuthenticationManager implements AuthenticationManager {

    private final ApiTokenRepository tokens;
    private final SignInCache changes;
    private final SignInThrottle throttle;
    private final Clock clock;
    private final Cache<ByteBuffer, CachedResult> cache = Caffeine.newBuilder()
            .expireAfterWrite(SignInCache.TIME_TO_LIVE)
            .maximumSize(SignInCache.MAX_ENTRIES)
            .build();

    public ApiTokenAuthenticationManager(
            ApiTokenRepository tokens, SignInCache changes, SignInThrottle throttle, Clock clock) {
        this.tokens = tokens;
        this.changes = changes;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String secret = ((BearerTokenAuthenticationToken) attempt).getToken();
        ApiTokenRepository.VerifiedToken verified = find(secret, PasswordAuthenticationProvider.clientAddress(attempt));
        if (verified == null || verified.token().isExpiredAt(clock.instant())) {
            throw new InvalidBearerTokenException("No such token.");
        }
        return verified.token()
                .toPrincipal(verified.role())
                .toAuthentication(
                        new VerifiedCredential.TokenCredential(verified.token().id(), verified.role()),
                        attempt.getDetails());
    }

    private ApiTokenRepository.@Nullable VerifiedToken find(String secret, String address) {
        ByteBuffer key = ByteBuffer.wrap(ApiTokenSecret.hash(secret));
        CachedResult known = cache.getIfPresent(key);
        if (known != null && known.changesBefore() == changes.changeCount()) {
            return known.verified();
        }
        throttle.admitToken(address);
        CachedResult found = prove(secret, key.array());
        cache.put(key, found);
        if (found.verified() == null) {
            throttle.recordTokenFailure(address);
        }
        return found.verified();
    }

    private CachedResult prove(String secret, byte[] hash) {
        long changesBefore = changes.changeCount();
        try {
            Optional<ApiTokenRepository.VerifiedToken> verified =
                    ApiTokenSecret.isValid(secret) ? tokens.verify(hash) : Optional.empty();
            return new CachedResult(verified.orElse(null), changesBefore);
        } catch (DataAccessException e) {
            throw new AuthenticationUnavailableException(
                    new BilingualText("Accounts cannot be read at the moment.", "Ahora no se pueden leer las cuentas."),
                    e);
        }
    }

    /** The result, and the number of account and token changes before it; it is valid until the next change. */
    private record CachedResult(ApiTokenRepository.@Nullable VerifiedToken verified, long changesBefore) {}
}
