package org.parley.archive.trail.projection;

import java.time.Instant;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.archive.trail.search.NameToken;
import org.parley.archive.trail.search.SearchWords;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.domain.editorial.EditorialEvent;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.evidence.Evidence;
import org.parley.domain.evidence.Source;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.party.Parties;
import org.parley.domain.party.PartyCode;

/**
 * An entry as recorded; the row never changes.
 *
 * @param firstId the root development: the entry itself, or the development that it is about
 * @param occurredStart its instant in valid time; {@link Instant#MIN} is before everything
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

    static TrailRow of(
            PublishedEvent event, LedgerEntry entry, LedgerEntry first, @Nullable UUID targets, String sentence) {
        Evidence evidence = EditorialStatus.recorded(entry);
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

    private static Parties parties(LedgerEntry entry, LedgerEntry first) {
        Parties parties = entry.development().mentioned();
        return entry.event() instanceof EditorialEvent
                ? parties.plus(first.development().mentioned())
                : parties;
    }

    private static String searchable(LedgerEntry entry, String sentence, @Nullable Evidence evidence) {
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
