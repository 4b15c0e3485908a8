package org.parley.archive.state;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.parley.archive.question.Problem;
import org.parley.contract.PublishedEvent;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A negotiation's state over time on the web: the state's address is its own TimeGate on the desk's axis, and with
 * {@code knownAt} a Memento of what was known then. Dates of HTTP have whole seconds; one means the end of its second.
 *
 * @param negotiation the slug
 * @param asOf the parameter of the world's axis, which is part of what the resource is; null when not given
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7089">RFC 7089</a>, pattern 1.2
 */
record Memento(String negotiation, @Nullable String asOf) {
    static final String ACCEPT_DATETIME = "Accept-Datetime";
    static final String MEMENTO_DATETIME = "Memento-Datetime";

    /**
     * The last instant that a header asks for.
     *
     * @throws Problem (400) when it is no date of HTTP
     */
    static Instant accepted(String header) {
        try {
            return ZonedDateTime.parse(header.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant()
                    .plus(1, ChronoUnit.SECONDS)
                    .minus(1, ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw Problem.badQuestion(
                    "/" + ACCEPT_DATETIME, "must be a date of HTTP such as Fri, 15 Aug 2025 20:00:00 GMT");
        }
    }

    /** An instant as a date of HTTP; what is asked for with it includes the instant. */
    static String date(Instant instant) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
    }

    /** The state's address, now or as known at an instant. */
    String address(@Nullable Instant knownAt) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/api/negotiations/" + negotiation);
        if (asOf != null && !asOf.isBlank()) {
            address.queryParam("asOf", "{asOf}");
        }
        if (knownAt != null) {
            address.queryParam("knownAt", PublishedEvent.time(knownAt));
        }
        return asOf == null || asOf.isBlank()
                ? address.build().toUriString()
                : address.encode().buildAndExpand(asOf).toUriString();
    }

    /** The address of the list of all mementos. */
    String timeMap() {
        return address(null).replaceFirst("^([^?]*)", "$1/timemap");
    }

    /** What every answer about the state says of its neighbours in time. */
    String links() {
        return new StringJoiner(", ")
                .add("<" + address(null) + ">; rel=\"original timegate\"")
                .add("<" + timeMap() + ">; rel=\"timemap\"; type=\"application/link-format\"")
                .toString();
    }

    /** The headers of a state as known at an instant. */
    HttpHeaders headers(Instant knownAt) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(MEMENTO_DATETIME, date(knownAt));
        headers.set(HttpHeaders.CONTENT_LOCATION, address(knownAt));
        return headers;
    }
}
