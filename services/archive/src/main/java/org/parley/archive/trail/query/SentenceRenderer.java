package org.parley.archive.trail.query;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.archive.store.StoredEvent;
import org.parley.archive.trail.search.TrailNames;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.evidence.Grade;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.language.Language;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterState;
import org.parley.domain.party.PartyCode;
import org.parley.domain.state.EntrySentence;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Renders entries as sentences when they are read, with the names as known at the queried position. So a corrected name
 * changes in all sentences at once.
 */
final class SentenceRenderer {
    private final TrailNames names;
    private final Map<UUID, LedgerEntry> entries;
    private final SentenceHistories histories;
    private final Language language;

    private SentenceRenderer(
            TrailNames names, Map<UUID, LedgerEntry> entries, SentenceHistories histories, Language language) {
        this.names = names;
        this.entries = entries;
        this.histories = histories;
        this.language = language;
    }

    /**
     * Loads what the sentences of these entries need.
     *
     * @param through the last known position of each trail
     */
    static SentenceRenderer of(JdbcClient database, Collection<LedgerEntry> entries, long through, Language language) {
        Map<UUID, LedgerEntry> known = new HashMap<>();
        entries.forEach(entry -> known.put(entry.developmentId(), entry));
        Collection<LedgerEntry> rendered = entries;
        for (int nested = 0; nested <= EntrySentence.NESTED_MAX && !rendered.isEmpty(); nested++) {
            rendered = targets(database, rendered, known);
        }
        Set<MatterAddress> matters = new HashSet<>();
        entries.forEach(entry -> matters.add(entry.matter()));
        return new SentenceRenderer(
                TrailNames.of(database, matters, through),
                known,
                SentenceHistories.of(database, entries, through),
                language);
    }

    /** Returns the targets of these entries, and adds those not yet loaded to the known entries. */
    private static Collection<LedgerEntry> targets(
            JdbcClient database, Collection<LedgerEntry> rendered, Map<UUID, LedgerEntry> known) {
        Set<UUID> missing = new HashSet<>();
        Map<UUID, LedgerEntry> found = new HashMap<>();
        for (LedgerEntry entry : rendered) {
            if (entry.event() instanceof EditorialEvent editorial) {
                LedgerEntry target = known.get(editorial.target());
                if (target == null) {
                    missing.add(editorial.target());
                } else {
                    found.put(target.developmentId(), target);
                }
            }
        }
        if (!missing.isEmpty()) {
            database.sql(
                            "select attributes, data from archive.trail_entry where development_id = any (:ids::text[]::uuid[])")
                    .param("ids", missing.stream().map(UUID::toString).toArray(String[]::new))
                    .query((ResultSet row) -> {
                        LedgerEntry entry = StoredEvent.read(row.getString("attributes"), row.getBytes("data"))
                                .entry();
                        known.put(entry.developmentId(), entry);
                        found.put(entry.developmentId(), entry);
                    });
        }
        return found.values();
    }

    /** The names used in the sentences. */
    TrailNames names() {
        return names;
    }

    /**
     * The sentence of an entry.
     *
     * @param grade the grade that it has by now; null without evidence
     */
    String of(LedgerEntry entry, @Nullable Grade grade) {
        String negotiation = entry.matter().negotiation();
        return EntrySentence.of(
                new EntrySentence.Context() {
                    @Override
                    public String partyName(PartyCode code, Instant world) {
                        return names.party(negotiation, code, world);
                    }

                    @Override
                    public String admittedName(PartyCode code, String recorded, Instant world) {
                        return names.admittedName(negotiation, code, recorded, world);
                    }

                    @Override
                    public boolean isRenamed(PartyCode code, String name, Instant world) {
                        return names.isRenamed(negotiation, code, name, world);
                    }

                    @Override
                    public String title(MatterAddress matter, Instant world) {
                        return names.title(matter, world);
                    }

                    @Override
                    public Optional<LedgerEntry> entry(MatterAddress matter, UUID id) {
                        return Optional.ofNullable(entries.get(id));
                    }

                    @Override
                    public Optional<Grade> grade(LedgerEntry about) {
                        return Optional.ofNullable(grade);
                    }

                    @Override
                    public Optional<MatterState> stateAfter(LedgerEntry entry) {
                        return histories.stateAfter(entry);
                    }
                },
                entry,
                language);
    }
}
