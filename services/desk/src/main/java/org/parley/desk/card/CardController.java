package org.parley.desk.card;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.NegotiationSummary;
import org.parley.desk.client.NegotiationSummary.ListedMatter;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.page.MatterReferences;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.WebRequest;

/** Pictures for links that are shared: where a negotiation stands, or one entry. Nothing under embargo is in them. */
@Controller
class CardController {
    private static final int LOOKED_AT = 20;

    /** As many matters as the archive lists at once; those beyond are not told. */
    private static final int MATTERS_MAX = 500;

    private static final Duration FRESH = Duration.ofMinutes(1);

    private final ArchiveClient archive;
    private final PageMessages words;
    private final Clock clock;

    CardController(ArchiveClient archive, PageMessages words, Clock clock) {
        this.archive = archive;
        this.words = words;
        this.clock = clock;
    }

    /**
     * The picture.
     *
     * @param entry the id of the entry that it shows; null for what happened last
     */
    @GetMapping(path = "/n/{n}/card.png", produces = MediaType.IMAGE_PNG_VALUE)
    @Nullable ResponseEntity<byte[]> card(
            @PathVariable String n,
            @RequestParam(required = false) @Nullable String entry,
            @ModelAttribute("here") PageLinks here,
            WebRequest request) {
        ShareCard card = card(n, entry, here.moment());
        if (request.checkNotModified("\"" + card.tag() + "\"")) {
            return null; // answered with 304, before anything is drawn
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(FRESH))
                .eTag(card.tag())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE, HttpHeaders.COOKIE)
                .contentType(MediaType.IMAGE_PNG)
                .body(card.png());
    }

    private ShareCard card(String n, @Nullable String entry, BitemporalPoint moment) {
        NegotiationSummary summary = archive.summary(n, moment, 1);
        TrailEntryView shown =
                entry == null ? last(n, moment) : firstTellable(List.of(archive.entry(entry, moment, null)), n, moment);
        return new ShareCard(
                summary.held() ? n : summary.title(),
                summary.held() ? null : words.status("negotiation", summary.status()),
                shown == null ? null : shown.summary(),
                times(moment));
    }

    private @Nullable TrailEntryView last(String n, BitemporalPoint moment) {
        Map<String, Object> parameters = moment.parameters();
        parameters.put("order", "world");
        parameters.put("standing", List.of("EFFECTIVE", "DISPUTED"));
        parameters.put("limit", LOOKED_AT);
        return firstTellable(archive.trail(n, parameters).entries(), n, moment);
    }

    /**
     * The first entry that may be told; null for none. Nothing is told that is under embargo, retracted, corrected since,
     * of another negotiation, about another entry, or names a matter of which something is under embargo or that is not
     * there at this moment.
     */
    private @Nullable TrailEntryView firstTellable(
            List<TrailEntryView> entries, String negotiation, BitemporalPoint moment) {
        List<TrailEntryView> plain = entries.stream()
                .filter(entry -> !entry.isHeld() && !entry.isStruck() && !entry.isEditorial())
                .filter(entry -> entry.negotiation().equals(negotiation))
                .toList();
        Set<String> named = plain.stream().flatMap(CardController::matters).collect(Collectors.toSet());
        Set<String> tellable = named.isEmpty()
                ? Set.of()
                : archive
                        .matters(negotiation, moment, Map.of("matter", List.copyOf(named), "limit", MATTERS_MAX))
                        .matters()
                        .stream()
                        .filter(matter -> !matter.held())
                        .map(ListedMatter::reference)
                        .collect(Collectors.toSet());
        return plain.stream()
                .filter(entry -> matters(entry).allMatch(tellable::contains))
                .findFirst()
                .orElse(null);
    }

    private static Stream<String> matters(TrailEntryView entry) {
        Object data = entry.data() == null ? Map.of() : Json.MAPPER.convertValue(entry.data(), Object.class);
        return Stream.concat(Stream.of(entry.kind() + "/" + entry.matter()), MatterReferences.in(data).stream())
                .filter(matter -> !matter.startsWith("negotiation/"));
    }

    private String times(BitemporalPoint moment) {
        return words.of("card.times", told(moment.asOf()), told(moment.knownAt()));
    }

    private String told(@Nullable String moment) {
        return moment == null ? words.day(LocalDate.now(clock.withZone(ZoneOffset.UTC))) : words.moment(moment);
    }
}
