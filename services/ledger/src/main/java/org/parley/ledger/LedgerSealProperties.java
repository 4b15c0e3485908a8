package org.parley.ledger;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The seal keys of records in Kafka, {@code parley.stream.*}.
 *
 * @param sealKey the secret text of the current key, the same for all ledgers and archives: at least 32 bytes
 * @param formerSealKey the previous key, whose seals are also accepted during a rotation
 */
@ConfigurationProperties("parley.stream")
record LedgerSealProperties(
        @Nullable String sealKey, @Nullable String formerSealKey) {
    @Override
    public String toString() {
        return "LedgerSealProperties[]"; // secrets must not appear in logs
    }
}
