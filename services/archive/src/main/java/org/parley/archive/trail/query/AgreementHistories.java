package org.parley.archive.trail.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.parley.archive.store.StoredEvent;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The histories of agreements. Their sentences need other entries: a delivery is compared with its commitment, and a
 * treaty is called one.
 */
final class AgreementHistories {
    private final Map<MatterAddress, RecordedHistory> histories;

    private AgreementHistories(Map<MatterAddress, RecordedHistory> histories) {
        this.histories = histories;
    }

    /**
     * Loads the histories that the sentences of these entries need.
     *
     * @param through the last known position of each trail
     */
    static AgreementHistories of(JdbcClient database, Collection<LedgerEntry> entries, long through) {
        Map<MatterAddress, RecordedHistory> histories = new HashMap<>();
        for (LedgerEntry entry : entries) {
            if (entry.matter().kind() == MatterKind.AGREEMENT) {
                histories.computeIfAbsent(entry.matter(), matter -> history(database, matter, through));
            }
        }
        return new AgreementHistories(histories);
    }

    private static RecordedHistory history(JdbcClient database, MatterAddress matter, long through) {
        return RecordedHistory.of(
                matter,
                database.sql("""
                                select attributes, data from archive.trail_entry
                                where negotiation = ? and kind = ? and matter = ? and position <= ? order by position""")
                        .params(matter.negotiation(), matter.kind().slug(), matter.slug(), through)
                        .query((row, n) -> StoredEvent.read(row.getString("attributes"), row.getBytes("data"))
                                .entry())
                        .list());
    }

    /**
     * The state of an agreement after an entry; empty if the entry is not effective, and for every other matter.
     */
    Optional<MatterState> stateAfter(LedgerEntry entry) {
        return Optional.ofNullable(histories.get(entry.matter())).flatMap(history -> history.stateAfter(entry));
    }
}
