package org.parley.archive.trail;

import java.sql.ResultSet;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.parley.archive.store.StoredEvent;
import org.parley.editorial.EditorialEvent;
import org.parley.history.Entry;
import org.parley.matter.MatterAddress;
import org.parley.matter.MatterState;
import org.parley.party.PartyCode;
import org.parley.state.Sentence;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Renders entries as sentences when they are read, with the names as known at the queried position. A corrected name
 * therefore changes in all sentences at once.
 */
final class Sentences {
    private final TrailNames names;
    private final Map<UUID, Entry> entries;
    private final AgreementHistories agreements;

    private Sentences(TrailNames names, Map<UUID, Entry> entries, AgreementHistories agreements) {
        this.names = names;
        this.entries = entries;
        this.agreements = agreements;
    }

    /**
     * Loads what the sentences of these entries need.
     *
     * @param through the last known position of each trail
     */
    static Sentences of(JdbcClient database, Collection<Entry> entries, long through) {
        Map<UUID, Entry> known = new HashMap<>();
        entries.forEach(entry -> known.put(entry.developmentId(), entry));
        Collection<Entry> rendered = entries;
        for (int nested = 0; nested <= Sentence.NESTED_MAX && !rendered.isEmpty(); nested++) {
            rendered = targets(database, rendered, known);
        }
        Set<MatterAddress> matters = new HashSet<>();
        entries.forEach(entry -> matters.add(entry.matter()));
        return new Sentences(
                TrailNames.of(database, matters, through), known, AgreementHistories.of(database, entries, through));
    }

    /** Returns the targets of these entries, and adds those not yet loaded to the known entries. */
    private static Collection<Entry> targets(JdbcClient database, Collection<Entry> rendered, Map<UUID, Entry> known) {
        Set<UUID> missing = new HashSet<>();
        Map<UUID, Entry> found = new HashMap<>();
        for (Entry entry : rendered) {
            if (entry.event() instanceof EditorialEvent editorial) {
                Entry target = known.get(editorial.target());
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
                        Entry entry = StoredEvent.read(row.getString("attributes"), row.getBytes("data"))
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

    String of(Entry entry) {
        String negotiation = entry.matter().negotiation();
        return Sentence.of(
                new Sentence.Context() {
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
                    public Optional<Entry> entry(MatterAddress matter, UUID id) {
                        return Optional.ofNullable(entries.get(id));
                    }

                    @Override
                    public Optional<MatterState> stateAfter(Entry entry) {
                        return agreements.stateAfter(entry);
                    }
                },
                entry);
    }
}
