package org.parley.archive.feed;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.parley.access.documentation.DocumentedResponse;
import org.parley.access.language.RequestLanguage;
import org.parley.archive.query.TemporalPoint;
import org.parley.archive.trail.query.TrailQuery;
import org.parley.domain.language.Language;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The feeds of a negotiation over HTTP. */
@RestController
@Tag(name = "Feeds", description = "A negotiation in a feed reader or a calendar")
final class FeedController {
    private static final String DESCRIPTION =
            "The last entries, what was updated last first, each with a link to its page. An entry keeps its id"
                    + " (urn:uuid: and the developmentId): a correction, retraction or dispute is an item of its own,"
                    + " and updates the item that it is about. What is under embargo is left out, with everything"
                    + " about it.";
    private static final String BEFORE = "Only entries before this position; a link with rel=next has it";
    private static final String LIMIT = "The page size: 1 to 500 entries, 50 by default. The first page may have more:"
            + " older entries that were updated";

    private final FeedReader feeds;
    private final CalendarReader calendars;
    private final FeedProperties properties;
    private final Clock clock;

    FeedController(FeedReader feeds, CalendarReader calendars, FeedProperties properties, Clock clock) {
        this.feeds = feeds;
        this.calendars = calendars;
        this.properties = properties;
        this.clock = clock;
    }

    @DocumentedResponse(mediaTypes = AtomFeed.TYPE, description = "The feed")
    @Operation(operationId = "atomFeed", summary = "A negotiation as an Atom feed", description = DESCRIPTION)
    @GetMapping(path = "/feeds/{negotiation}.atom", produces = AtomFeed.TYPE)
    ResponseEntity<byte[]> atom(
            @PathVariable String negotiation,
            @ParameterObject FeedQuery asked,
            @Parameter(description = BEFORE) @RequestParam(required = false) @Nullable String before,
            @Parameter(description = LIMIT) @RequestParam(required = false) @Nullable String limit) {
        Language language = RequestLanguage.ofAnswer();
        FeedLinks links = FeedLinks.of(properties.publicUrl(), negotiation);
        FeedPage page = feeds.page(negotiation, now(), asked.toPage(before, limit), language);
        return answer(AtomFeed.TYPE, AtomFeed.of(page, links, language).getBytes(StandardCharsets.UTF_8), links, page);
    }

    @DocumentedResponse(value = "JsonFeed", mediaTypes = JsonFeed.TYPE, description = "The feed")
    @Operation(operationId = "jsonFeed", summary = "A negotiation as a JSON feed", description = DESCRIPTION)
    @GetMapping(path = "/feeds/{negotiation}.json", produces = JsonFeed.TYPE)
    ResponseEntity<byte[]> json(
            @PathVariable String negotiation,
            @ParameterObject FeedQuery asked,
            @Parameter(description = BEFORE) @RequestParam(required = false) @Nullable String before,
            @Parameter(description = LIMIT) @RequestParam(required = false) @Nullable String limit) {
        Language language = RequestLanguage.ofAnswer();
        FeedLinks links = FeedLinks.of(properties.publicUrl(), negotiation);
        FeedPage page = feeds.page(negotiation, now(), asked.toPage(before, limit), language);
        return answer(JsonFeed.TYPE, JsonFeed.of(page, links, language), links, page);
    }

    @DocumentedResponse(mediaTypes = CalendarFeed.TYPE, description = "The calendar")
    @Operation(
            operationId = "calendarFeed",
            summary = "The dates of a negotiation as a calendar",
            description = "Meetings planned and held, votes, deadlines, commitments that are due, and the beginning and"
                    + " end of ceasefires and agreements, as they stand now. A date is an entry if the development that"
                    + " set it matches the filters. A day is an entry of the whole day, an instant one in UTC; a date"
                    + " that is less exact covers all it may mean, and its title says so; a meeting put off without a"
                    + " date is a task. An entry keeps its UID when its date is moved.")
    @GetMapping(path = "/feeds/{negotiation}.ics", produces = CalendarFeed.TYPE)
    ResponseEntity<byte[]> calendar(@PathVariable String negotiation, @ParameterObject FeedQuery asked) {
        Language language = RequestLanguage.ofAnswer();
        TrailQuery.Page page = asked.toPage(null, null);
        TemporalPoint now = now();
        String title = feeds.title(negotiation, now, page.filter());
        String text = new CalendarFeed(FeedLinks.of(properties.publicUrl(), negotiation), language)
                .of(title, calendars.dates(negotiation, now, page.filter(), language));
        return ResponseEntity.ok().contentType(type(CalendarFeed.TYPE)).body(text.getBytes(StandardCharsets.UTF_8));
    }

    private TemporalPoint now() {
        return TemporalPoint.of(null, null, clock);
    }

    private static ResponseEntity<byte[]> answer(String type, byte[] body, FeedLinks links, FeedPage page) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok().contentType(type(type));
        String next = links.next(page.next());
        return (next == null ? answer : answer.header(HttpHeaders.LINK, "<" + next + ">; rel=\"next\"")).body(body);
    }

    private static MediaType type(String type) {
        return new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8);
    }
}
