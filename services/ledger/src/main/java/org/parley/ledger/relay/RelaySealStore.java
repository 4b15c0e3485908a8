package org.parley.ledger.relay;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.contract.seal.SealKey;
import org.parley.contract.seal.SealKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Stores the seal key that the relay last used. */
final class RelaySealStore {
    private final JdbcClient jdbc;

    RelaySealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The sealing of the records in the topic.
     *
     * @param sealKey the fingerprint of the current key
     * @param formerKey the fingerprint of the previous key, which is also accepted; null if there is none
     * @param partitions the number of partitions of the topic: it determines the partition of each negotiation
     */
    record Sealing(String sealKey, @Nullable String formerKey, int partitions) {
        static Sealing of(SealKeys keys, int partitions) {
            SealKey former = keys.former();
            return new Sealing(keys.current().fingerprint(), former == null ? null : former.fingerprint(), partitions);
        }

        /** Whether records sealed like this are also valid under this sealing. */
        boolean matches(Sealing before) {
            return sealKey.equals(before.sealKey) && partitions == before.partitions;
        }
    }

    Optional<Sealing> last() {
        return jdbc.sql("select seal_key, former_key, partitions from ledger.relay_seal")
                .query(Sealing.class)
                .optional();
    }

    void note(Sealing sealing) {
        jdbc.sql("""
                        insert into ledger.relay_seal (seal_key, former_key, partitions) values (?, ?, ?)
                        on conflict (single) do update set seal_key = excluded.seal_key,
                            former_key = excluded.former_key, partitions = excluded.partitions
                        """)
                .param(sealing.sealKey())
                .param(sealing.formerKey())
                .param(sealing.partitions())
                .update();
    }
}
