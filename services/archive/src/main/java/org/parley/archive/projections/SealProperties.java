package org.parley.archive.projections;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What records on Kafka are sealed with, {@code parley.stream.*}.
 *
 * @param sealKey the secret text that seals, the same for all ledgers and archives: 32 bytes or more
 * @param formerSealKey the one before it, whose seals are believed as well while a key is rotated
 */
@ConfigurationProperties("parley.stream")
record SealProperties(@Nullable String sealKey, @Nullable String formerSealKey) {
    @Override
    public String toString() {
        return "SealProperties[]"; // nothing that is secret gets into a log
    }
}
