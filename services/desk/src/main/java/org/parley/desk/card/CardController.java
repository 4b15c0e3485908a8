package org.parley.desk.card;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.NegotiationSummary;
import org.parley.desk.client.ServiceRefusedException;
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
        TrailEntryView shown = entry == null ? last(n, moment) : told(archive.entry(entry, moment, null), n, moment);
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
        return archive.trail(n, parameters).entries().stream()
                .map(entry -> told(entry, n, moment))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /**
     * Null for what must not be told: it is under embargo, retracted, corrected since, of another negotiation, about
     * another entry, or names a matter of which something is under embargo.
     */
    private @Nullable TrailEntryView told(TrailEntryView entry, String negotiation, BitemporalPoint moment) {
        return entry.isHeld()
                        || entry.isStruck()
                        || entry.targets() != null
                        || !entry.negotiation().equals(negotiation)
                        || matters(entry).anyMatch(matter -> isHeld(negotiation, matter, moment))
                ? null
                : entry;
    }

    private static Stream<String> matters(TrailEntryView entry) {
        Object data = entry.data() == null ? Map.of() : Json.MAPPER.convertValue(entry.data(), Object.class);
        return Stream.concat(Stream.of(entry.kind() + "/" + entry.matter()), MatterReferences.in(data).stream())
                .filter(matter -> !matter.startsWith("negotiation/"));
    }

    private boolean isHeld(String negotiation, String matter, BitemporalPoint moment) {
        String[] address = matter.split("/", 2);
        try {
            return archive.matter(negotiation, address[0], address[1], moment, null)
                    .held();
        } catch (ServiceRefusedException unknown) {
            return true; // nothing is told about what is not there at this moment
        }
    }

    private String times(BitemporalPoint moment) {
        return words.of("card.times", told(moment.asOf()), told(moment.knownAt()));
    }

    private String told(@Nullable String moment) {
        return moment == null ? words.day(LocalDate.now(clock.withZone(ZoneOffset.UTC))) : words.moment(moment);
    }
}
