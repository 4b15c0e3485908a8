package org.parley.ledger.relay;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.contract.seal.SealKey;
import org.parley.contract.seal.SealKeys;
import org.springframework.jdbc.core.simple.JdbcClient;

/** With what the relay last sealed, as noted in the store. */
final class SealStore {
    private final JdbcClient jdbc;

    SealStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * How records in the topic are sealed.
     *
     * @param sealKey the fingerprint of the key that seals
     * @param formerKey the fingerprint of the key before it that is believed too; null when there is none
     * @param partitions how many partitions the topic has: each key has its place in one of them
     */
    record Sealing(String sealKey, @Nullable String formerKey, int partitions) {
        static Sealing of(SealKeys keys, int partitions) {
            SealKey former = keys.former();
            return new Sealing(keys.current().fingerprint(), former == null ? null : former.fingerprint(), partitions);
        }

        /** Whether what was sealed so is right for this one too. */
        boolean agreesWith(Sealing before) {
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
