package org.parley.ledger.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The head of each negotiation: its last position and instant. Who records an event moves it and thereby locks it, so
 * that within a negotiation the order of positions, of global numbers in the store, and of commits is the same.
 */
public final class NegotiationHeadTable {
    private final JdbcClient jdbc;

    public NegotiationHeadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The last assigned position and the instant recorded with it; position 0 before the first.
     *
     * @param halt why no position may be assigned at the moment; null if the ledger is not halted
     */
    public record NegotiationHead(
            long position, Instant recordedAt, @Nullable String halt) {
        /** The head of a negotiation without events. */
        static final NegotiationHead NONE = new NegotiationHead(0, Instant.EPOCH, null);

        /** Whether both are the same event: instants are unique within a negotiation. */
        boolean isSameAs(NegotiationHead other) {
            return position == other.position && recordedAt.equals(other.recordedAt);
        }
    }

    /** Reads a negotiation's head without locking it; its halt is known even if the negotiation does not exist. */
    NegotiationHead read(String negotiation) {
        return jdbc.sql("select coalesce(h.position, 0) as position, coalesce(h.recorded_at, 'epoch') as recorded_at,"
                        + " (select reason from ledger.halt) as halt"
                        + " from (select) as one left join ledger.negotiation_head h on h.negotiation = ?")
                .param(negotiation)
                .query((row, number) -> head(row))
                .single();
    }

    private static NegotiationHead head(ResultSet row) throws SQLException {
        return new NegotiationHead(
                row.getLong("position"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("halt"));
    }

    /** Locks a negotiation's head until the transaction ends; empty if the negotiation does not exist. */
    public Optional<NegotiationHead> lock(String negotiation) {
        return jdbc.sql("select position, recorded_at, (select reason from ledger.halt) as halt"
                        + " from ledger.negotiation_head where negotiation = ? for update")
                .param(negotiation)
                .query((row, number) -> head(row))
                .optional();
    }

    /** Creates and locks a negotiation's head; waits for concurrent transactions that create the same one. */
    public NegotiationHead create(String negotiation) {
        jdbc.sql("insert into ledger.negotiation_head (negotiation, position, recorded_at)"
                        + " values (?, 0, 'epoch') on conflict do nothing")
                .param(negotiation)
                .update();
        return lock(negotiation).orElseThrow();
    }

    /** Deletes a head that this transaction created and that has no event. */
    public void remove(String negotiation) {
        jdbc.sql("delete from ledger.negotiation_head where negotiation = ? and position = 0")
                .param(negotiation)
                .update();
    }

    void raise(String negotiation, long position, Instant recordedAt) {
        int raised = jdbc.sql("update ledger.negotiation_head set position = ?, recorded_at = ?"
                        + " where negotiation = ? and position = ?")
                .params(position, OffsetDateTime.ofInstant(recordedAt, ZoneOffset.UTC), negotiation, position - 1)
                .update();
        if (raised != 1) {
            throw new IllegalStateException("position " + position + " of " + negotiation + " is not the next one");
        }
    }
}
