package org.parley.desk.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.io.InputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/** The HTTP client of the archive, with every query that the pages need. */
public final class ArchiveClient {
    private static final String NEGOTIATION = "/api/negotiations/{n}";
    private static final int IDS_AT_ONCE = 100;
    private static final int NAMES_MAX = 500;

    private final ServiceClient service;

    ArchiveClient(ServiceClient service) {
        this.service = service;
    }

    /** A negotiation in the list of negotiations. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record NegotiationListing(
            String negotiation,
            String title,
            String status,
            List<ListedParty> parties,
            int partyCount,
            @Nullable Instant lastRecordedAt) {}

    /** A party of a negotiation in the list. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ListedParty(String party, String name) {}

    /**
     * A page of the list of negotiations.
     *
     * @param next the cursor of the next page; null on the last page
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record NegotiationListingPage(
            List<NegotiationListing> negotiations, @Nullable String next) {}

    /**
     * A page of the negotiations: the last changed first, or those that a search finds, the best first.
     *
     * @param words the words of the search; blank without one
     * @param after the slug that the page starts after; null for the first page
     */
    public NegotiationListingPage negotiations(String words, @Nullable String after, int limit) {
        Map<String, Object> parameters = new HashMap<>(Map.of("order", "changed", "limit", limit));
        parameters.put("q", words);
        parameters.put("after", after);
        return read(service.get("/api/negotiations", Map.of(), parameters), NegotiationListingPage.class);
    }

    /** The state of a negotiation. */
    public NegotiationView state(String negotiation, BitemporalPoint moment) {
        return state(negotiation, moment, null);
    }

    /**
     * The state of a negotiation that includes a development just logged; the archive waits for it.
     *
     * @param after the id of the development; null does not wait
     */
    public NegotiationView state(String negotiation, BitemporalPoint moment, @Nullable String after) {
        return read(
                service.get(NEGOTIATION, Map.of("n", negotiation), withAfter(moment.parameters(), after)),
                NegotiationView.class);
    }

    /**
     * A negotiation without its matters.
     *
     * @param top how many matters of each group to list
     */
    public NegotiationSummary summary(String negotiation, BitemporalPoint moment, int top) {
        Map<String, Object> parameters = moment.parameters();
        parameters.put("top", top);
        return read(
                service.get(NEGOTIATION + "/overview", Map.of("n", negotiation), parameters), NegotiationSummary.class);
    }

    /** A page of the matters of a negotiation; the query parameters are those of the API. */
    public NegotiationSummary.MatterPage matters(
            String negotiation, BitemporalPoint moment, Map<String, ?> parameters) {
        Map<String, Object> all = moment.parameters();
        all.putAll(parameters);
        return read(
                service.get(NEGOTIATION + "/matters", Map.of("n", negotiation), all),
                NegotiationSummary.MatterPage.class);
    }

    /**
     * What needs a look.
     *
     * @param within also what is to come within this number of days
     */
    public NegotiationSummary.AlertPage alerts(String negotiation, BitemporalPoint moment, int within) {
        Map<String, Object> parameters = moment.parameters();
        parameters.put("within", within);
        return read(
                service.get(NEGOTIATION + "/alerts", Map.of("n", negotiation), parameters),
                NegotiationSummary.AlertPage.class);
    }

    /**
     * A matter with a page of its history.
     *
     * @param after the last development of the previous page; null for the first page
     */
    public MatterHistory matter(
            String negotiation, String kind, String matter, BitemporalPoint moment, @Nullable String after) {
        Map<String, Object> parameters = new LinkedHashMap<>(moment.parameters());
        if (after != null) {
            parameters.put("after", after);
        }
        return read(
                service.get(
                        NEGOTIATION + "/matters/{kind}/{matter}",
                        Map.of("n", negotiation, "kind", kind, "matter", matter),
                        parameters),
                MatterHistory.class);
    }

    /**
     * What a negotiation, its parties and these matters are called.
     *
     * @param matters the references of the matters, such as {@code ceasefire/alaska}; a name beyond the first 500 is
     *     left out, and the reference is shown
     */
    public NegotiationView.Names names(String negotiation, Collection<String> matters, BitemporalPoint moment) {
        Map<String, Object> parameters = moment.parameters();
        parameters.put("matter", matters.stream().distinct().limit(NAMES_MAX).toList());
        return read(
                service.get(NEGOTIATION + "/names", Map.of("n", negotiation), parameters), NegotiationView.Names.class);
    }

    /** The proof that an entry is in the tree of all entries of its trail, with the root of that tree. */
    public JsonNode inclusion(String negotiation, long position) {
        return service.get(NEGOTIATION + "/proofs/inclusion", Map.of("n", negotiation), Map.of("position", position));
    }

    /** A page of the trail; the query parameters are those of the API. */
    public TrailPageView trail(String negotiation, Map<String, ?> parameters) {
        return read(service.get(NEGOTIATION + "/trail", Map.of("n", negotiation), parameters), TrailPageView.class);
    }

    /** Entries of a negotiation's trail by their ids; entries recorded after the given instant are left out. */
    public Map<String, TrailEntryView> entries(String negotiation, Collection<String> ids, BitemporalPoint moment) {
        Map<String, TrailEntryView> entries = new HashMap<>();
        List<String> all = ids.stream().distinct().toList();
        for (int i = 0; i < all.size(); i += IDS_AT_ONCE) {
            Map<String, Object> parameters = moment.parameters();
            parameters.put("id", all.subList(i, Math.min(all.size(), i + IDS_AT_ONCE)));
            parameters.put("limit", IDS_AT_ONCE);
            trail(negotiation, parameters).entries().forEach(entry -> entries.put(entry.developmentId(), entry));
        }
        return entries;
    }

    /** What a search of a negotiation finds, at most so many answers of each sort. */
    public JsonNode find(String negotiation, String words, int limit, BitemporalPoint moment) {
        Map<String, Object> parameters = moment.parameters();
        parameters.put("q", words);
        parameters.put("limit", limit);
        return service.get(NEGOTIATION + "/find", Map.of("n", negotiation), parameters);
    }

    /** The trail in another media type, read as a stream; CSV and NDJSON are complete, not one page. */
    public <T> T streamTrail(
            String negotiation, Map<String, ?> parameters, MediaType form, Function<InputStream, T> reader) {
        return service.stream(service.uri(NEGOTIATION + "/trail", Map.of("n", negotiation), parameters), form, reader);
    }

    public TrailFacets facets(String negotiation, Map<String, ?> parameters) {
        return read(
                service.get(NEGOTIATION + "/trail/facets", Map.of("n", negotiation), parameters), TrailFacets.class);
    }

    /**
     * The statuses of the matters over valid time.
     *
     * @param kind only matters of this kind; null for all
     * @param limit at most so many of each kind, those that entered their status last; null for all
     */
    public StatusHistory statusHistory(
            String negotiation, @Nullable String kind, @Nullable Integer limit, BitemporalPoint moment) {
        Map<String, Object> parameters = moment.parameters();
        parameters.put("kind", kind);
        parameters.put("limit", limit);
        return read(
                service.get(NEGOTIATION + "/status-history", Map.of("n", negotiation), parameters),
                StatusHistory.class);
    }

    public TrailCalendar calendar(String negotiation) {
        return read(service.get(NEGOTIATION + "/calendar", Map.of("n", negotiation), Map.of()), TrailCalendar.class);
    }

    /**
     * One entry with the editorial entries about it; if {@code after} is not null, the archive waits for that
     * development.
     */
    public TrailEntryView entry(String id, BitemporalPoint moment, @Nullable String after) {
        return read(
                service.get("/api/developments/{id}", Map.of("id", id), withAfter(moment.parameters(), after)),
                TrailEntryView.class);
    }

    /** Whether a development or an editorial entry of this id is recorded. */
    public boolean hasDevelopment(String id) {
        try {
            entry(id, BitemporalPoint.NOW, null);
            return true;
        } catch (ServiceRefusedException refusal) {
            if (refusal.problem().status() != HttpStatus.NOT_FOUND.value()) {
                throw refusal;
            }
            return false;
        }
    }

    /** The differences between two instants. */
    public List<NegotiationView.Change> changes(String negotiation, Map<String, ?> parameters) {
        return service.get(NEGOTIATION + "/diff", Map.of("n", negotiation), parameters)
                .path("changes")
                .valueStream()
                .map(change -> read(change, NegotiationView.Change.class))
                .toList();
    }

    public JsonNode projections() {
        return service.get("/api/projections", Map.of(), Map.of()).path("projections");
    }

    /**
     * Starts a rebuild of a projection, or resumes one that was cancelled.
     *
     * @param accept whether a build that differs from the current one replaces it nevertheless
     */
    public void rebuild(String projection, boolean accept) {
        service.send(
                HttpMethod.POST,
                "/api/projections/{name}/rebuild",
                Map.of("name", projection),
                Map.of("accept", accept),
                null);
    }

    /** Cancels a rebuild; its progress is kept. */
    public void cancelRebuild(String projection) {
        service.send(HttpMethod.DELETE, "/api/projections/{name}/rebuild", Map.of("name", projection), Map.of(), null);
    }

    /** Deletes a build that is not the current one. */
    public void dropBuild(String projection, long build) {
        service.send(
                HttpMethod.DELETE,
                "/api/projections/{name}/builds/{build}",
                Map.of("name", projection, "build", build),
                Map.of(),
                null);
    }

    /** Makes a projection retry the event at which it stopped for a negotiation. */
    public void retry(String projection, String negotiation) {
        service.send(
                HttpMethod.POST,
                "/api/projections/{name}/retry",
                Map.of("name", projection),
                Map.of("negotiation", negotiation),
                null);
    }

    /** The description of its API (OpenAPI 3.1). */
    public JsonNode openApi() {
        return service.get("/openapi.json", Map.of(), Map.of());
    }

    public JsonNode health() {
        return service.get("/actuator/health", Map.of(), Map.of());
    }

    /**
     * The live stream of a negotiation after a position, requested as the desk itself; ends when the reader returns.
     */
    public <T> T follow(String negotiation, long position, Function<InputStream, T> reader) {
        return service.follow(
                service.uri(
                        "/api/stream",
                        Map.of(),
                        Map.of("negotiation", negotiation, "from", negotiation + ":" + position)),
                reader);
    }

    private static Map<String, Object> withAfter(Map<String, Object> parameters, @Nullable String after) {
        Map<String, Object> all = new LinkedHashMap<>(parameters);
        if (after != null) {
            all.put("after-development", after);
        }
        return all;
    }

    private static <T> T read(JsonNode json, Class<T> type) {
        return Json.MAPPER.treeToValue(json, type);
    }
}
