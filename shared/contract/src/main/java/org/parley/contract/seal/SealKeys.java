package org.parley.contract.seal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys whose seals are accepted.
 *
 * @param current the key that seals new records
 * @param former the previous key, accepted during a key rotation; null when there is none
 */
public record SealKeys(SealKey current, @Nullable SealKey former) {
    /** The property with the current key. */
    public static final String PROPERTY = "parley.stream.seal-key";

    /** The property with the former key. */
    public static final String FORMER_PROPERTY = "parley.stream.former-seal-key";

    /**
     * The configured keys; a blank text counts as not set.
     *
     * @throws MissingSealKeyException when there is no current key
     * @throws IllegalArgumentException when a key is too short
     */
    public static SealKeys of(@Nullable String current, @Nullable String former) {
        if (current == null || current.isBlank()) {
            throw new MissingSealKeyException();
        }
        return new SealKeys(
                SealKey.of(current, PROPERTY),
                former == null || former.isBlank() ? null : SealKey.of(former, FORMER_PROPERTY));
    }

    /** Only one key, without a former key. */
    public static SealKeys only(SealKey current) {
        return new SealKeys(current, null);
    }

    /** The key that made the seal of the digest; empty when neither did. */
    public Optional<SealKey> keyOf(String digest, String seal) {
        if (current.verifies(digest, seal)) {
            return Optional.of(current);
        }
        return former != null && former.verifies(digest, seal) ? Optional.of(former) : Optional.empty();
    }
}
