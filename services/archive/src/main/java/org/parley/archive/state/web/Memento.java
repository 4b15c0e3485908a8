package org.parley.archive.state.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.archive.query.QueryProblemException;
import org.parley.archive.query.TemporalPoint;
import org.parley.contract.PublishedEvent;
import org.parley.domain.matter.MatterAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A state over time as a web resource (RFC 7089): its URL is its own TimeGate on the axis of transaction time, and with
 * {@code knownAt} a Memento. HTTP dates have whole seconds; one includes its whole second.
 *
 * @param path the path of the state of a negotiation or matter
 * @param asOf the parameter for valid time, which is part of the identity of the resource; null if not given
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7089">RFC 7089</a>, pattern 1.2
 */
record Memento(String path, @Nullable String asOf) {
    static final String ACCEPT_DATETIME = "Accept-Datetime";
    static final String MEMENTO_DATETIME = "Memento-Datetime";

    /**
     * Writes the day with two digits, as RFC 9110 requires; the RFC 1123 format of the JDK writes one where one is
     * enough.
     */
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.ENGLISH);

    static Memento of(String negotiation, @Nullable String asOf) {
        return new Memento("/api/negotiations/" + negotiation, asOf == null || asOf.isBlank() ? null : asOf);
    }

    static Memento of(MatterAddress matter, @Nullable String asOf) {
        Memento negotiation = of(matter.negotiation(), asOf);
        return new Memento(
                negotiation.path() + "/matters/" + matter.kind().slug() + "/" + matter.slug(), negotiation.asOf());
    }

    /**
     * The instants of a query with {@code Accept-Datetime}: transaction time is the end of that second, but not before
     * the first entry (RFC 7089, 4.5.3) and not in the future.
     *
     * @param asked the query without the header
     * @param first when the first entry was recorded
     * @param now the latest instant of transaction time
     * @throws QueryProblemException (400) if it is not an HTTP date
     */
    static TemporalPoint accepted(String header, TemporalPoint asked, Instant first, Instant now) {
        Instant datetime = endOfSecond(header);
        Instant known = datetime.isAfter(now) ? now : datetime;
        return new TemporalPoint(asked.now(), asked.requestedAsOf(), known.isBefore(first) ? first : known);
    }

    private static Instant endOfSecond(String header) {
        try {
            return ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .plus(1, ChronoUnit.SECONDS)
                    .minus(1, ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw QueryProblemException.badRequest(
                    "/" + ACCEPT_DATETIME,
                    "must be an HTTP date such as Fri, 15 Aug 2025 20:00:00 GMT",
                    "debe ser una fecha HTTP como Fri, 15 Aug 2025 20:00:00 GMT");
        }
    }

    /** An instant as an HTTP date; a request with that date includes the instant. */
    static String date(Instant instant) {
        return HTTP_DATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** The URL of the state, now or as known at an instant. */
    String address(@Nullable Instant knownAt) {
        return address(path, "knownAt", knownAt);
    }

    /**
     * The URL of the TimeMap, the list of all mementos.
     *
     * @param after only mementos recorded after this instant; null for all
     */
    String timeMap(@Nullable Instant after) {
        return address(path + "/timemap", "after", after);
    }

    private String address(String of, String name, @Nullable Instant instant) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(of);
        if (asOf != null) {
            address.queryParam("asOf", "{asOf}");
        }
        if (instant != null) {
            address.queryParam(name, PublishedEvent.time(instant));
        }
        return asOf == null
                ? address.build().toUriString()
                : address.encode().buildAndExpand(asOf).toUriString();
    }

    /**
     * The permalink of an answer, which always returns the same body.
     *
     * @param asOfNow the instant of valid time of the answer; used if none was requested
     * @param page the other parameters that determine the body; null values are not given
     */
    String permalink(Instant asOfNow, Instant knownAt, Map<String, @Nullable String> page) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath(path)
                .queryParam("asOf", "{asOf}")
                .queryParam("knownAt", PublishedEvent.time(knownAt));
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("asOf", asOf == null ? PublishedEvent.time(asOfNow) : asOf);
        page.forEach((name, value) -> {
            if (value != null && !value.isBlank()) {
                address.queryParam(name, "{" + name + "}");
                values.put(name, value);
            }
        });
        return address.encode().buildAndExpand(values).toUriString();
    }

    /**
     * The headers of an answer.
     *
     * @param permalink of the memento in the answer; null for the current state, which is not a memento
     * @param knownAt the instant of the state
     * @param negotiated whether the answer depends on {@code Accept-Datetime}
     */
    HttpHeaders headers(@Nullable String permalink, Instant knownAt, boolean negotiated) {
        HttpHeaders headers = new HttpHeaders();
        if (negotiated) {
            headers.add(HttpHeaders.VARY, ACCEPT_DATETIME);
        }
        String links = "<" + address(null) + ">; rel=\"original timegate\", <" + timeMap(null)
                + ">; rel=\"timemap\"; type=\"application/link-format\"";
        if (permalink != null) {
            links += ", " + link(permalink, knownAt, "memento");
            headers.set(MEMENTO_DATETIME, date(knownAt));
            headers.set(HttpHeaders.CONTENT_LOCATION, permalink);
        }
        headers.add(HttpHeaders.LINK, links);
        return headers;
    }

    /** A link to the state as known at an instant. */
    String link(Instant knownAt, String rel) {
        return link(address(knownAt), knownAt, rel);
    }

    private static String link(String address, Instant knownAt, String rel) {
        return "<%s>; rel=\"%s\"; datetime=\"%s\"".formatted(address, rel, date(knownAt));
    }
}
