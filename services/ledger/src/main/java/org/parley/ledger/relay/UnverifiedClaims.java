package org.parley.ledger.relay;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.parley.contract.kafka.RecordVerification.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Events beyond the end of the store that the topic claims in records without a valid seal. The ledger does not act on
 * them, since anybody could have written them. But if the key was lost together with newer states of the database, they
 * are the only trace of the missing events; so they are kept until an operator dismisses them.
 */
public final class UnverifiedClaims {
    /** The maximum number of negotiations whose claims are kept. */
    static final int NEGOTIATIONS_MAX = 1_000;

    private final JdbcClient jdbc;

    public UnverifiedClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The claim of a negotiation with the highest position.
     *
     * @param position the claimed position
     * @param stored the last position in the store now
     * @param partition the partition of the record
     * @param offset the offset of the record
     * @param reason what is wrong with the record, as the end of a sentence that starts with it
     * @param firstSeen when it was found (UTC)
     */
    public record UnverifiedClaim(
            String negotiation,
            long position,
            long stored,
            UUID developmentId,
            int partition,
            long offset,
            String reason,
            Instant firstSeen) {
        /** The claim in one sentence. */
        public String describe() {
            return "the topic has position %d of %s (offset %d of partition %d) beyond the end of the store, and %s"
                    .formatted(position, negotiation, offset, partition, reason);
        }
    }

    /** A claim found in the topic. */
    record FoundClaim(
            String negotiation, long position, UUID developmentId, int partition, long offset, Reason reason) {}

    /** Stores the claim with the highest position of each negotiation. */
    void save(Collection<FoundClaim> claims) {
        for (FoundClaim claim : claims) {
            jdbc.sql("""
                            insert into ledger.unverified_claim as c
                                (negotiation, position, development_id, partition, record_offset, reason)
                            select ?, ?, ?, ?, ?, ?
                            where (select count(*) from ledger.unverified_claim) < ?
                                or exists (select from ledger.unverified_claim k where k.negotiation = ?)
                            on conflict (negotiation) do update set position = excluded.position,
                                development_id = excluded.development_id, partition = excluded.partition,
                                record_offset = excluded.record_offset, reason = excluded.reason,
                                first_seen = excluded.first_seen
                            where excluded.position > c.position
                            """)
                    .params(
                            claim.negotiation(),
                            claim.position(),
                            claim.developmentId(),
                            claim.partition(),
                            claim.offset(),
                            claim.reason().text(),
                            NEGOTIATIONS_MAX,
                            claim.negotiation())
                    .update();
        }
    }

    /** The claims that are not dismissed. */
    public List<UnverifiedClaim> findAll() {
        return jdbc.sql("""
                        select c.*, coalesce(h.position, 0) as stored from ledger.unverified_claim c
                        left join ledger.negotiation_head h using (negotiation) order by c.negotiation
                        """)
                .query((row, number) -> new UnverifiedClaim(
                        row.getString("negotiation"),
                        row.getLong("position"),
                        row.getLong("stored"),
                        row.getObject("development_id", UUID.class),
                        row.getInt("partition"),
                        row.getLong("record_offset"),
                        row.getString("reason"),
                        row.getObject("first_seen", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Deletes all claims; returns their number. */
    public int dismiss() {
        return jdbc.sql("delete from ledger.unverified_claim").update();
    }
}
