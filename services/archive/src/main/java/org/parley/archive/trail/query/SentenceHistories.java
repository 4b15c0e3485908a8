package org.parley.archive.trail.query;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.parley.archive.store.StoredEvent;
import org.parley.domain.ceasefire.CeasefireEvent.CeasefireProposalWithdrawn;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.parley.domain.meeting.MeetingEvent.MeetingCancelled;
import org.parley.domain.meeting.MeetingEvent.MeetingHeld;
import org.parley.domain.meeting.MeetingEvent.MeetingOutcomeRecorded;
import org.parley.domain.meeting.MeetingEvent.MeetingPostponed;
import org.parley.domain.warning.WarningEvent.ConsequencesImposed;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The histories of the matters whose sentences say what is in other entries: a delivery is compared with its
 * commitment, a treaty is called one, a meeting was announced with its participants and mediators, and consequences
 * follow a threat.
 */
final class SentenceHistories {
    private static final Set<Class<? extends Event>> DEPENDENT = Set.of(
            MeetingPostponed.class,
            MeetingCancelled.class,
            MeetingHeld.class,
            MeetingOutcomeRecorded.class,
            CeasefireProposalWithdrawn.class,
            ConsequencesImposed.class);

    private final Map<MatterAddress, RecordedHistory> histories;

    private SentenceHistories(Map<MatterAddress, RecordedHistory> histories) {
        this.histories = histories;
    }

    /**
     * Loads the histories that the sentences of these entries need.
     *
     * @param through the last known position of each trail
     */
    static SentenceHistories of(JdbcClient database, Collection<LedgerEntry> entries, long through) {
        Map<MatterAddress, RecordedHistory> histories = new HashMap<>();
        for (LedgerEntry entry : entries) {
            if (dependsOnOthers(entry)) {
                histories.computeIfAbsent(entry.matter(), matter -> history(database, matter, through));
            }
        }
        return new SentenceHistories(histories);
    }

    private static boolean dependsOnOthers(LedgerEntry entry) {
        return entry.matter().kind() == MatterKind.AGREEMENT
                || DEPENDENT.contains(entry.event().getClass());
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
     * The state of a matter after an entry that depends on others; empty if it is not effective, and for every other
     * entry.
     */
    Optional<MatterState> stateAfter(LedgerEntry entry) {
        return Optional.ofNullable(histories.get(entry.matter())).flatMap(history -> history.stateAfter(entry));
    }
}
