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
 * Says entries in sentences when they are read: so each has the names as known at the position that is asked about, and a
 * name that is corrected is another in all sentences at once.
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
     * The sentences of some entries.
     *
     * @param through the last position of each trail that is known
     */
    static Sentences of(JdbcClient database, Collection<Entry> entries, long through) {
        Map<UUID, Entry> known = new HashMap<>();
        entries.forEach(entry -> known.put(entry.developmentId(), entry));
        Collection<Entry> saying = entries;
        for (int nested = 0; nested <= Sentence.NESTED_MAX && !saying.isEmpty(); nested++) {
            saying = spokenOf(database, saying, known);
        }
        Set<MatterAddress> matters = new HashSet<>();
        entries.forEach(entry -> matters.add(entry.matter()));
        return new Sentences(
                TrailNames.of(database, matters, through), known, AgreementHistories.of(database, entries, through));
    }

    /** What these speak of; adds to what is known what was not. */
    private static Collection<Entry> spokenOf(JdbcClient database, Collection<Entry> saying, Map<UUID, Entry> known) {
        Set<UUID> lacking = new HashSet<>();
        Map<UUID, Entry> found = new HashMap<>();
        for (Entry entry : saying) {
            if (entry.event() instanceof EditorialEvent editorial) {
                Entry target = known.get(editorial.target());
                if (target == null) {
                    lacking.add(editorial.target());
                } else {
                    found.put(target.developmentId(), target);
                }
            }
        }
        if (!lacking.isEmpty()) {
            database.sql(
                            "select attributes, data from archive.trail_entry where development_id = any (:ids::text[]::uuid[])")
                    .param("ids", lacking.stream().map(UUID::toString).toArray(String[]::new))
                    .query((ResultSet row) -> {
                        Entry entry = StoredEvent.read(row.getString("attributes"), row.getBytes("data"))
                                .entry();
                        known.put(entry.developmentId(), entry);
                        found.put(entry.developmentId(), entry);
                    });
        }
        return found.values();
    }

    /** The names that they have. */
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
