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
 * Successful sign-ins, remembered for a short time, because HTTP Basic proves the password on every request and bcrypt
 * takes about 100 ms for it.
 *
 * <p>Neither names nor passwords are kept: the key is an HMAC-SHA-256 of both under a random key that lives and dies with
 * the process. Failures are not kept. Every change of an account in this process forgets all; a change made elsewhere
 * holds after {@link #REMEMBERED_FOR} at the latest.
 */
final class SignInCache {

    static final Duration REMEMBERED_FOR = Duration.ofMinutes(1);
    static final int MAX_REMEMBERED = 10_000;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final SecretKeySpec secret;
    private final AtomicLong changes = new AtomicLong();
    private final Cache<ByteBuffer, Proven> remembered = Caffeine.newBuilder()
            .expireAfterWrite(REMEMBERED_FOR)
            .maximumSize(MAX_REMEMBERED)
            .build();

    SignInCache() {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        secret = new SecretKeySpec(key, ALGORITHM);
    }

    /**
     * A sign-in.
     *
     * @param at when the password was compared with the account's
     */
    record Proven(SignedIn person, Instant at) {}

    @Nullable Proven find(String name, String password) {
        return remembered.getIfPresent(key(name, password));
    }

    /** The count of changes so far: taken before an account is read, and given to {@link #remember} after. */
    long changes() {
        return changes.get();
    }

    /** Remembers a proven sign-in, unless an account changed since it was read. */
    void remember(String name, String password, Proven proven, long changesBefore) {
        ByteBuffer key = key(name, password);
        remembered.put(key, proven);
        if (changes.get() != changesBefore) {
            remembered.invalidate(key);
        }
    }

    void forgetAll() {
        changes.incrementAndGet();
        remembered.invalidateAll();
    }

    private ByteBuffer key(String name, String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(secret);
            byte[] nameBytes = name.getBytes(StandardCharsets.UTF_8);
            // The length keeps "ab" + "c" apart from "a" + "bc".
            mac.update(
                    ByteBuffer.allocate(Integer.BYTES).putInt(nameBytes.length).array());
            mac.update(nameBytes);
            return ByteBuffer.wrap(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java runtime has " + ALGORITHM, e);
        }
    }
}
