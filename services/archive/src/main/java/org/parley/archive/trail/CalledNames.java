package org.parley.archive.trail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.archive.store.StorableText;
import org.parley.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.history.Account;
import org.parley.history.Entry;
import org.parley.matter.Event;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.party.PartyCode;
import org.parley.process.ProcessEvent.PartyAdmitted;
import org.parley.state.Sentence;

/** How parties and matters are called while a batch is taken in: as stored, and as the batch changes it. */
final class CalledNames {
    private final Map<Code, String> parties = new HashMap<>();
    private final Map<MatterAddress, String> titles = new HashMap<>();
    private final Map<Code, String> newParties = new HashMap<>();
    private final Map<MatterAddress, String> newTitles = new HashMap<>();

    private record Code(String negotiation, PartyCode party) {}

    private CalledNames() {}

    /** What is stored of the negotiations and matters of these entries. */
    static CalledNames load(Connection connection, Collection<Entry> entries) throws SQLException {
        CalledNames names = new CalledNames();
        names.loadParties(connection, entries);
        names.loadTitles(
                connection, entries.stream().map(Entry::matter).distinct().toList());
        return names;
    }

    private void loadParties(Connection connection, Collection<Entry> entries) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "select negotiation, party, name from trail_party where negotiation = any (?)")) {
            Object[] negotiations = entries.stream()
                    .map(entry -> entry.matter().negotiation())
                    .distinct()
                    .toArray();
            select.setArray(1, connection.createArrayOf("text", negotiations));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    parties.put(new Code(rows.getString(1), new PartyCode(rows.getString(2))), rows.getString(3));
                }
            }
        }
    }

    private void loadTitles(Connection connection, List<MatterAddress> matters) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select negotiation, kind, matter, title from trail_matter
                where (negotiation, kind, matter) in (select * from unnest(?::text[], ?::text[], ?::text[]))""")) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "text",
                            matters.stream().map(MatterAddress::negotiation).toArray()));
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text", matters.stream().map(m -> m.kind().slug()).toArray()));
            select.setArray(
                    3,
                    connection.createArrayOf(
                            "text", matters.stream().map(MatterAddress::slug).toArray()));
            try (ResultSet rows = select.executeQuery()) {
                while (rows.next()) {
                    Kind kind = Kind.ofSlug(rows.getString(2)).orElseThrow();
                    titles.put(new MatterAddress(rows.getString(1), kind, rows.getString(3)), rows.getString(4));
                }
            }
        }
    }

    /** Takes in what an entry calls its matter, and a party that it admits. */
    void record(Entry entry) {
        String title = entry.event() instanceof DevelopmentCorrected correction
                ? correction.replacement().title()
                : entry.development().title();
        if (title != null) {
            titles.put(entry.matter(), title);
            newTitles.put(entry.matter(), title);
        }
        Event said = entry.event() instanceof DevelopmentCorrected correction
                ? correction.replacement().event()
                : entry.event();
        if (said instanceof PartyAdmitted admitted) {
            Code code = new Code(entry.matter().negotiation(), admitted.party());
            parties.put(code, admitted.name());
            newParties.put(code, admitted.name());
        }
    }

    /** What a sentence about a development needs to know, and about what was said of it. */
    Sentence.Context known(String negotiation, Account account) {
        return new Sentence.Context() {
            @Override
            public String partyName(PartyCode code) {
                return orElse(parties.get(new Code(negotiation, code)), code.text());
            }

            @Override
            public String title(MatterAddress matter) {
                return orElse(titles.get(matter), matter.slug());
            }

            @Override
            public Optional<Entry> entry(MatterAddress matter, UUID id) {
                return account.entry(id);
            }
        };
    }

    private static String orElse(@Nullable String name, String other) {
        return name == null ? other : name;
    }

    /** Keeps what the batch changed. */
    void store(Connection connection) throws SQLException {
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into trail_party (negotiation, party, name) values (?, ?, ?)
                on conflict (negotiation, party) do update set name = excluded.name""")) {
            for (Map.Entry<Code, String> party : newParties.entrySet()) {
                upsert.setString(1, party.getKey().negotiation());
                upsert.setString(2, party.getKey().party().text());
                upsert.setString(3, StorableText.of(party.getValue()));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
        try (PreparedStatement upsert = connection.prepareStatement("""
                insert into trail_matter (negotiation, kind, matter, title) values (?, ?, ?, ?)
                on conflict (negotiation, kind, matter) do update set title = excluded.title""")) {
            for (Map.Entry<MatterAddress, String> matter : newTitles.entrySet()) {
                upsert.setString(1, matter.getKey().negotiation());
                upsert.setString(2, matter.getKey().kind().slug());
                upsert.setString(3, matter.getKey().slug());
                upsert.setString(4, StorableText.of(matter.getValue()));
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }
}
