package org.parley.archive.feed;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.parley.archive.trail.query.TrailEntry;
import org.parley.contract.Json;
import org.parley.domain.editorial.EditorialEvent.DevelopmentCorrected;
import org.parley.domain.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.domain.evidence.Source;
import org.parley.domain.history.Standing;
import org.parley.domain.language.BilingualText;
import org.parley.domain.language.Language;
import org.parley.domain.matter.Development;
import tools.jackson.databind.JsonNode;

/**
 * Writes what an item of a feed says of its entry.
 *
 * @param corrected the sentence of a development with the content of a correction
 */
record FeedWording(Language language, BiFunction<TrailEntry, Development, String> corrected) {

    FeedItem item(TrailEntry entry, PublishedThread thread) {
        List<TrailEntry> said = thread.said(entry);
        List<String> paragraphs = new ArrayList<>();
        String title = entry.targets() == null ? development(entry, said) : editorial(entry, thread);
        if (!title.endsWith(entry.summary())) {
            paragraphs.add(
                    entry.targets() == null
                            ? in("First reported: ", "Primera versión: ") + entry.summary()
                            : entry.summary());
        }
        if (entry.event().entry().development().occurred() != null) {
            paragraphs.add(in("Date: ", "Fecha: ")
                    + DateWording.of(entry.event().entry().development().occurred(), language));
        }
        for (TrailEntry later : said) {
            paragraphs.add(minute(later.event().recordedAt()) + ": " + later.summary());
        }
        sources(entry, thread, paragraphs);
        paragraphs.addFirst(title);
        return new FeedItem(
                entry,
                title,
                List.copyOf(paragraphs),
                entry.targets(),
                thread.updated(entry),
                thread.isCorrectionHeld());
    }

    /** The sentence in its last wording. */
    private String development(TrailEntry entry, List<TrailEntry> said) {
        if (said.stream()
                .anyMatch(later -> stands(later)
                        && later.event().entry().event() instanceof DevelopmentRetracted
                        && PublishedThread.id(entry).equals(later.targets()))) {
            return in("Retracted: ", "Retirado: ") + entry.summary();
        }
        Optional<TrailEntry> correction = said.reversed().stream()
                .filter(later -> stands(later) && later.event().entry().event() instanceof DevelopmentCorrected)
                .findFirst();
        return correction
                .map(later -> in("Corrected: ", "Corregido: ") + replacement(entry, later))
                .orElse(entry.summary());
    }

    /** The sentence of an editorial event; that of a correction says what holds instead. */
    private String editorial(TrailEntry entry, PublishedThread thread) {
        return entry.event().entry().event() instanceof DevelopmentCorrected
                ? in("Correction: ", "Corrección: ")
                        + replacement(thread.entries().getFirst(), entry)
                : entry.summary();
    }

    private String replacement(TrailEntry first, TrailEntry correction) {
        return correction.event().entry().event() instanceof DevelopmentCorrected event
                ? corrected.apply(first, event.replacement())
                : correction.summary();
    }

    private static boolean stands(TrailEntry entry) {
        return entry.standing() != Standing.RETRACTED;
    }

    /** All sources but those that an addition under embargo brought. */
    private void sources(TrailEntry entry, PublishedThread thread, List<String> paragraphs) {
        if (entry.evidence() == null) {
            return;
        }
        List<Source> held = thread.heldSources();
        for (JsonNode source : Json.MAPPER.readTree(entry.evidence()).path("sources")) {
            if (held.stream()
                    .anyMatch(each ->
                            each.publisher().equals(source.path("publisher").asString(""))
                                    && each.title().equals(source.path("title").asString("")))) {
                continue;
            }
            String url = source.path("url").asString("");
            paragraphs.add(in("Source: ", "Fuente: ") + source.path("publisher").asString("") + ", "
                    + source.path("title").asString("") + (url.isEmpty() ? "" : " <" + url + ">"));
        }
    }

    private static String minute(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MINUTES).toString().replaceFirst(":00Z$", "Z");
    }

    private String in(String english, String spanish) {
        return new BilingualText(english, spanish).in(language);
    }
}
