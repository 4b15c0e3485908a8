package org.parley.contract.seal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keys whose seals are believed.
 *
 * @param current the key that seals
 * @param former the key before it, believed while a rotation is under way; null when there is none
 */
public record SealKeys(SealKey current, @Nullable SealKey former) {
    /** The property with the key. */
    public static final String PROPERTY = "parley.stream.seal-key";

    /** The property with the key before it. */
    public static final String FORMER_PROPERTY = "parley.stream.former-seal-key";

    /**
     * The keys as configured; what is blank counts as not set.
     *
     * @throws MissingSealKeyException when there is no current one
     * @throws IllegalArgumentException when one is too short
     */
    public static SealKeys of(@Nullable String current, @Nullable String former) {
        if (current == null || current.isBlank()) {
            throw new MissingSealKeyException();
        }
        return new SealKeys(
                SealKey.of(current, PROPERTY),
                former == null || former.isBlank() ? null : SealKey.of(former, FORMER_PROPERTY));
    }

    /** One key, and no other. */
    public static SealKeys only(SealKey current) {
        return new SealKeys(current, null);
    }

    /** The key that made a seal; empty when it is none of these. */
    public Optional<SealKey> keyOf(String digest, String seal) {
        if (current.fits(digest, seal)) {
            return Optional.of(current);
        }
        return former != null && former.fits(digest, seal) ? Optional.of(former) : Optional.empty();
    }
}
