package org.parley.contract.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SealKeysTest {
    private static final String DIGEST = "sha256:abc";
    private static final String SECRET = "0123456789abcdef0123456789abcdef";

    /** Computed with OpenSSL. */
    @Test
    void sealIsTheHmacOfTheDigest() {
        assertThat(SealKey.of(SECRET, "key").seal(DIGEST))
                .isEqualTo("hmac-sha256:a521677c2ff087a0410685c218187c6f7d4336db4ebe5af06e3aded2f9a1c0d6");
        assertThat(SealKey.of("  " + SECRET + "\n", "key").seal(DIGEST))
                .isEqualTo(SealKey.of(SECRET, "key").seal(DIGEST));
    }

    @Test
    void sealsInManyThreads() {
        SealKey key = SealKey.of(SECRET, "key");
        List<Boolean> right = IntStream.range(0, 10_000)
                .parallel()
                .mapToObj(n ->
                        key.verifies("digest " + n, SealKey.of(SECRET, "key").seal("digest " + n)))
                .toList();
        assertThat(right).doesNotContain(false);
        assertThat(key.verifies(DIGEST, key.seal("sha256:abd"))).isFalse();
        assertThat(key.verifies(DIGEST, "")).isFalse();
    }

    @Test
    void fingerprintIdentifiesAKeyWithoutRevealingIt() {
        String made = SealKey.generate();
        assertThat(SealKey.of(made, "key").fingerprint())
                .isEqualTo(SealKey.of(made, "key").fingerprint())
                .matches("[0-9a-f]{32}")
                .isNotEqualTo(SealKey.of(SealKey.generate(), "key").fingerprint());
        assertThat(made).doesNotContain(SealKey.of(made, "key").fingerprint());
    }

    @Test
    void missingKeyNamesTheAction() {
        for (String missing : new String[] {null, "", "  "}) {
            assertThatThrownBy(() -> SealKeys.of(missing, null))
                    .isInstanceOf(MissingSealKeyException.class)
                    .hasMessageContaining("parley.stream.seal-key is not set")
                    .hasMessageContaining("PARLEY_STREAM_SEAL_KEY");
        }
        assertThatThrownBy(() -> SealKeys.of("short", null))
                .hasMessage("parley.stream.seal-key has 5 bytes; it takes at least 32");
        assertThatThrownBy(() -> SealKeys.of(SECRET, "short"))
                .hasMessage("parley.stream.former-seal-key has 5 bytes; it takes at least 32");
    }

    @Test
    void acceptsTheCurrentAndTheFormerKeyOnly() {
        SealKey former = SealKey.of("f".repeat(32), "key");
        SealKeys keys = SealKeys.of(SECRET, "f".repeat(32));
        assertThat(keys.keyOf(DIGEST, SealKey.of(SECRET, "key").seal(DIGEST))).contains(keys.current());
        assertThat(keys.keyOf(DIGEST, former.seal(DIGEST))).contains(keys.former());
        assertThat(keys.keyOf(DIGEST, SealKey.of("x".repeat(32), "key").seal(DIGEST)))
                .isEmpty();
        assertThat(SealKeys.of(SECRET, " ").keyOf(DIGEST, former.seal(DIGEST))).isEmpty();
    }
}
