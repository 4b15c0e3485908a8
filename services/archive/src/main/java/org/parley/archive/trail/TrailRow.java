package org.parley.archive.trail;

import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.editorial.EditorialEvent;
import org.parley.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.evidence.Evidence;
import org.parley.evidence.Source;
import org.parley.history.Entry;
import org.parley.party.Parties;
import org.parley.party.PartyCode;

/**
 * An entry as recorded; the row never changes.
 *
 * @param firstId the root development: the entry itself, or the development that it is about
 * @param occurredStart its place in the order of valid time; {@link Instant#MIN} is before everything
 * @param targets the entry that an editorial event is about; null for a development
 * @param parties the codes of the parties it names; for an editorial event also those of its root development
 * @param searchable the text of the full-text search, with {@link NameToken tokens} in place of names
 */
record TrailRow(
        PublishedEvent event,
        UUID firstId,
        @Nullable UUID targets,
        Instant occurredStart,
        List<String> parties,
        @Nullable String evidence,
        String searchable) {

    static TrailRow of(PublishedEvent event, Entry entry, Entry first, @Nullable UUID targets, String sentence) {
        Evidence evidence = Held.recorded(entry);
        return new TrailRow(
                event,
                first.developmentId(),
                targets,
                entry.development().occurred() == null
                        ? first.development().start()
                        : entry.development().start(),
                parties(entry, first).stream().map(PartyCode::text).toList(),
                evidence == null ? null : Json.MAPPER.writeValueAsString(evidence),
                searchable(entry, sentence, evidence));
    }

    private static Parties parties(Entry entry, Entry first) {
        Parties parties = entry.development().mentioned();
        return entry.event() instanceof EditorialEvent
                ? parties.plus(first.development().mentioned())
                : parties;
    }

    private static String searchable(Entry entry, String sentence, @Nullable Evidence evidence) {
        StringJoiner words = new StringJoiner("\n").add(sentence);
        add(words, entry.development().note());
        if (entry.event() instanceof DevelopmentCorrected correction) {
            add(words, correction.replacement().note());
        }
        for (Source source : evidence == null ? List.<Source>of() : evidence.sources()) {
            words.add(source.publisher()).add(source.title());
            add(words, source.author());
        }
        return SearchWords.of(words.toString());
    }

    private static void add(StringJoiner words, @Nullable String text) {
        if (text != null) {
            words.add(text);
        }
    }
}
