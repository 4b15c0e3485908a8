package org.parley.archive.projections;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The keys that seal Kafka records, {@code parley.stream.*}.
 *
 * @param sealKey the secret, the same for all ledgers and archives: 32 bytes or more
 * @param formerSealKey the previous secret, accepted during a key rotation; null without one
 */
@ConfigurationProperties("parley.stream")
record ArchiveSealProperties(
        @Nullable String sealKey, @Nullable String formerSealKey) {
    @Override
    public String toString() {
        return "ArchiveSealProperties[]"; // secrets must not reach a log
    }
}
