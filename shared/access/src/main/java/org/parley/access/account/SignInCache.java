package org.parley.access.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.parley.access.identity.ParleyPrincipal;

/**
 * Caches successful sign-ins for a short time, because HTTP Basic sends the password with every request and bcrypt
 * needs about 100 ms to verify it.
 *
 * <p>It stores neither names nor passwords: the cache key is an HMAC-SHA-256 of both under a random key of this
 * process. Failures are not cached. Every change of an account or token in this process invalidates the whole cache; a
 * change made by another process takes effect after {@link #TIME_TO_LIVE} at the latest.
 */
public final class SignInCache {

    public static final Duration TIME_TO_LIVE = Duration.ofMinutes(1);
    public static final int MAX_ENTRIES = 10_000;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec secret;
    private final AtomicLong changeCount = new AtomicLong();
    private final Cache<ByteBuffer, VerifiedSignIn> cached = Caffeine.newBuilder()
            .expireAfterWrite(TIME_TO_LIVE)
            .maximumSize(MAX_ENTRIES)
            .build();

    public SignInCache() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        secret = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * A verified sign-in.
     *
     * @param verifiedAt when the password was verified
     */
    public record VerifiedSignIn(ParleyPrincipal principal, Instant verifiedAt) {}

    @Nullable public VerifiedSignIn find(String name, String password) {
        return cached.getIfPresent(key(name, password));
    }

    /**
     * The number of changes so far. Read it before the account, and pass it to {@link #put}, so that a change in
     * between is not missed.
     */
    public long changeCount() {
        return changeCount.get();
    }

    /** Caches a verified sign-in, unless an account changed since the account was read. */
    public void put(String name, String password, VerifiedSignIn verified, long changesBefore) {
        ByteBuffer key = key(name, password);
        cached.put(key, verified);
        if (changeCount.get() != changesBefore) {
            cached.invalidate(key);
        }
    }

    public void invalidateAll() {
        changeCount.incrementAndGet();
        cached.invalidateAll();
    }

    private ByteBuffer key(String name, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
            // The length distinguishes "ab" + "c" from "a" + "bc".
            mac.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(nameBytes.length).array());
            mac.update(nameBytes);
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }
}
