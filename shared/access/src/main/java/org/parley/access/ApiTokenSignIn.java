package org.parley.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;
import org.springframework.security.oauth2.server.resource.authentication.BearerTokenAuthenticationToken;

/**
 * Lets in whom an API token speaks for. What was found out of a token is remembered for as long as a sign-in, by the hash
 * of its secret, refusals too: a program that goes on with a token that was revoked counts once a minute in the throttle,
 * and does not hold up others at its address.
 */
final class ApiTokenSignIn implements AuthenticationManager {

    private final ApiTokens tokens;
    private final SignInCache changes;
    private final SignInThrottle throttle;
    private final Clock clock;
    private final Cache<ByteBuffer, Remembered> remembered = Caffeine.newBuilder()
            .expireAfterWrite(SignInCache.REMEMBERED_FOR)
            .maximumSize(SignInCache.MAX_REMEMBERED)
            .build();

    ApiTokenSignIn(ApiTokens tokens, SignInCache changes, SignInThrottle throttle, Clock clock) {
        this.tokens = tokens;
        this.changes = changes;
        this.throttle = throttle;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String secret = ((BearerTokenAuthenticationToken) attempt).getToken();
        ApiTokens.Proven proven = find(secret, SignIn.addressOf(attempt));
        if (proven == null || proven.token().isExpiredAt(clock.instant())) {
            throw new InvalidBearerTokenException("No such token.");
        }
        return proven.token()
                .signedIn(proven.role())
                .authentication(new SignInProof.Token(proven.token().id(), proven.role()), attempt.getDetails());
    }

    private ApiTokens.@Nullable Proven find(String secret, String address) {
        ByteBuffer key = ByteBuffer.wrap(TokenSecret.hash(secret));
        Remembered known = remembered.getIfPresent(key);
        if (known != null && known.changesBefore() == changes.changes()) {
            return known.proven();
        }
        throttle.admitToken(address);
        Remembered found = prove(secret, key.array());
        remembered.put(key, found);
        if (found.proven() == null) {
            throttle.failedToken(address);
        }
        return found.proven();
    }

    private Remembered prove(String secret, byte[] hash) {
        long changesBefore = changes.changes();
        try {
            Optional<ApiTokens.Proven> proven = TokenSecret.isValid(secret) ? tokens.prove(hash) : Optional.empty();
            return new Remembered(proven.orElse(null), changesBefore);
        } catch (DataAccessException e) {
            throw new CannotJudge("Accounts cannot be read at the moment.", e);
        }
    }

    /** What was found, and how many changes of accounts and tokens there had been by then: it holds until the next. */
    private record Remembered(ApiTokens.@Nullable Proven proven, long changesBefore) {}
}
