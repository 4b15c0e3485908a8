package org.parley.ledger.relay;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.parley.contract.kafka.Verification.Reason;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Events that the topic claims beyond the end of the store, in records whose seal is not right. Nothing is done about
 * them, since anybody could have put them there. But where the key was lost with newer states of the database, they are
 * all that tells what is missing; so they are kept until somebody dismisses them.
 */
public final class UnverifiedClaims {
    /** Of how many negotiations the claims are kept. */
    static final int NEGOTIATIONS_MAX = 1_000;

    private final JdbcClient jdbc;

    public UnverifiedClaims(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The furthest claim of a negotiation.
     *
     * @param position the position that is claimed
     * @param stored the last position that the store has of the negotiation now
     * @param partition where the record lies
     * @param reason what is wrong with it, as the end of a sentence that begins with the record
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
        /** In one sentence. */
        public String told() {
            return "the topic has position %d of %s (offset %d of partition %d), the store ended before it, and %s"
                    .formatted(position, negotiation, offset, partition, reason);
        }
    }

    /** A claim as it is found. */
    record Found(String negotiation, long position, UUID developmentId, int partition, long offset, Reason reason) {}

    /** Keeps the furthest claim of each negotiation. */
    void note(Collection<Found> claims) {
        for (Found claim : claims) {
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

    /** Those that nobody has dismissed. */
    public List<UnverifiedClaim> all() {
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

    /** Forgets them all: somebody has looked at them. */
    public int dismiss() {
        return jdbc.sql("delete from ledger.unverified_claim").update();
    }
}
