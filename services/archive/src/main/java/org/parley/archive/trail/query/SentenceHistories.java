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
import org.parley.domain.vote.VoteEvent.VoteCancelled;
import org.parley.domain.warning.WarningEvent.ConsequencesImposed;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The histories of the matters whose sentences say what is in other entries: a delivery is compared with its
 * commitment, a treaty is called one, a meeting was announced with its participants and mediators, consequences
 * follow a threat, and a vote was called by its body.
 */
final class SentenceHistories {
    private static final Set<Class<? extends Event>> DEPENDENT = Set.of(
            MeetingPostponed.class,
            MeetingCancelled.class,
            MeetingHeld.class,
            MeetingOutcomeRecorded.class,
            CeasefireProposalWithdrawn.class,
            ConsequencesImposed.class,
            VoteCancelled.class);

    private final Map<MatterAddress, RecordedHistory> histories;

    private SentenceHistories(Map<MatterAddress, RecordedHistory> histories) {
        this.histories = histories;
    }

    /**
     * Loads the histories that the sentences of these entries need, with one statement.
     *
     * @param through the last known position of each trail
     */
    static SentenceHistories of(JdbcClient database, Collection<LedgerEntry> entries, long through) {
        Set<MatterAddress> matters = new LinkedHashSet<>();
        for (LedgerEntry entry : entries) {
            if (dependsOnOthers(entry)) {
                matters.add(entry.matter());
            }
        }
        Map<MatterAddress, RecordedHistory> histories = new HashMap<>();
        if (!matters.isEmpty()) {
            read(database, matters, through, entry -> histories
                    .computeIfAbsent(entry.matter(), RecordedHistory::new)
                    .record(entry));
        }
        return new SentenceHistories(histories);
    }

    private static boolean dependsOnOthers(LedgerEntry entry) {
        return entry.matter().kind() == MatterKind.AGREEMENT
                || DEPENDENT.contains(entry.event().getClass());
    }

    private static void read(
            JdbcClient database, Collection<MatterAddress> matters, long through, Consumer<LedgerEntry> reader) {
        database.sql("""
                        select e.attributes, e.data
                        from unnest(:negotiations::text[], :kinds::text[], :matters::text[]) as m (negotiation, kind, matter)
                        join archive.trail_entry e on e.negotiation = m.negotiation and e.kind = m.kind
                            and e.matter = m.matter and e.position <= :through
                        order by e.negotiation, e.position""")
                .param("negotiations", texts(matters, MatterAddress::negotiation))
                .param("matters", texts(matters, MatterAddress::slug))
                .param("kinds", texts(matters, matter -> matter.kind().slug()))
                .param("through", through)
                .query((ResultSet row) ->
                        reader.accept(StoredEvent.read(row.getString("attributes"), row.getBytes("data"))
                                .entry()));
    }

    private static String[] texts(Collection<MatterAddress> matters, Function<MatterAddress, String> text) {
        return matters.stream().map(text).toArray(String[]::new);
    }

    /**
     * The state of a matter after an entry that depends on others; empty if it is not effective, and for every other
     * entry.
     */
    Optional<MatterState> stateAfter(LedgerEntry entry) {
        return Optional.ofNullable(histories.get(entry.matter())).flatMap(history -> history.stateAfter(entry));
    }
}
