package org.parley.archive.trail.query;

import java.sql.ResultSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.parley.archive.store.StoredEvent;
import org.parley.domain.agreement.AgreementEvent.CommitmentDelivered;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The histories of the agreements with deliveries. The sentence of a delivery compares it with the commitment, which is
 * in other entries.
 */
final class AgreementHistories {
    private final Map<MatterAddress, RecordedHistory> histories;

    private AgreementHistories(Map<MatterAddress, RecordedHistory> histories) {
        this.histories = histories;
    }

    /**
     * Loads the histories that the sentences of these entries need, with one statement.
     *
     * @param through the last known position of each trail
     */
    static AgreementHistories of(JdbcClient database, Collection<LedgerEntry> entries, long through) {
        Set<MatterAddress> agreements = new LinkedHashSet<>();
        for (LedgerEntry entry : entries) {
            if (entry.event() instanceof CommitmentDelivered) {
                agreements.add(entry.matter());
            }
        }
        Map<MatterAddress, RecordedHistory> histories = new HashMap<>();
        if (!agreements.isEmpty()) {
            read(database, agreements, through, entry -> histories
                    .computeIfAbsent(entry.matter(), RecordedHistory::new)
                    .record(entry));
        }
        return new AgreementHistories(histories);
    }

    private static void read(
            JdbcClient database, Collection<MatterAddress> agreements, long through, Consumer<LedgerEntry> reader) {
        database.sql("""
                        select e.attributes, e.data
                        from unnest(:negotiations::text[], :matters::text[]) as m (negotiation, matter)
                        join archive.trail_entry e on e.negotiation = m.negotiation and e.kind = :kind
                            and e.matter = m.matter and e.position <= :through
                        order by e.negotiation, e.position""")
                .param("negotiations", texts(agreements, MatterAddress::negotiation))
                .param("matters", texts(agreements, MatterAddress::slug))
                .param("kind", MatterKind.AGREEMENT.slug())
                .param("through", through)
                .query((ResultSet row) -> reader.accept(
                        StoredEvent.read(row.getString("attributes"), row.getBytes("data"))
                                .entry()));
    }

    private static String[] texts(Collection<MatterAddress> matters, Function<MatterAddress, String> text) {
        return matters.stream().map(text).toArray(String[]::new);
    }

    /**
     * The state of an agreement after a delivery; empty if the delivery is not effective, and for every other entry.
     */
    Optional<MatterState> stateAfter(LedgerEntry entry) {
        return Optional.ofNullable(histories.get(entry.matter())).flatMap(history -> history.stateAfter(entry));
    }
}
