package org.parley.access;

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

/**
 * Caches successful sign-ins for a short time, because HTTP Basic sends the password with every request and bcrypt
 * needs about 100 ms to verify it.
 *
 * <p>It stores neither names nor passwords: the cache key is an HMAC-SHA-256 of both under a random key of this
 * process. Failures are not cached. Every change of an account or token in this process invalidates the whole cache; a
 * change made by another process takes effect after {@link #REMEMBERED_FOR} at the latest.
 */
final class SignInCache {

    static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);
    static final int MAX_REMEMBERED = 10_000;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec secret;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<ByteBuffer, Proven> cached = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED_FOR)
            .maximumSize(MAX_REMEMBERED)
            .build();

    SignInCache() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        secret = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * A verified sign-in.
     *
     * @param at when the password was verified
     */
    record Proven(SignedIn person, Instant at) {}

    @Nullable Proven find(String name, String password) {
        return cached.getIfPresent(key(name, password));
    }

    /**
     * The number of changes so far. Read it before the account, and pass it to {@link #remember}, so that a change in
     * between is not missed.
     */
    long changes() {
        return changes.get();
    }

    /** Caches a verified sign-in, unless an account changed since the account was read. */
    void remember(String name, String password, Proven verified, long changesBefore) {
        ByteBuffer key = key(name, password);
        cached.put(key, verified);
        if (changes.get() != changesBefore) {
            cached.invalidate(key);
        }
    }

    void forgetAll() {
        changes.incrementAndGet();
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
