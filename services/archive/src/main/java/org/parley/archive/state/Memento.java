package org.parley.archive.state;

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
import org.parley.archive.question.Problem;
import org.parley.archive.question.When;
import org.parley.contract.PublishedEvent;
import org.parley.matter.MatterAddress;
import org.springframework.http.HttpHeaders;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A state over time on the web: its address is its own TimeGate on the desk's axis, and with {@code knownAt} a Memento of
 * what was known then. Dates of HTTP have whole seconds; one means the end of its second.
 *
 * @param path of the state: a negotiation's or a matter's
 * @param asOf the parameter of the world's axis, which is part of what the resource is; null when not given
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7089">RFC 7089</a>, pattern 1.2
 */
record Memento(String path, @Nullable String asOf) {
    static final String ACCEPT_DATETIME = "Accept-Datetime";
    static final String MEMENTO_DATETIME = "Memento-Datetime";

    /** Two digits for the day, as RFC 9110 wants them; the JDK's own RFC 1123 format writes one where one is enough. */
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
     * What a header asks for: what was known at the end of its second, or when that is before anything was, what was known
     * first (RFC 7089, 4.5.3). What will be known is not known yet.
     *
     * @param asked the question without the header
     * @param first when something was first recorded
     * @param now the latest instant of the desk's time
     * @throws Problem (400) when it is no date of HTTP
     */
    static When accepted(String header, When asked, Instant first, Instant now) {
        Instant datetime = endOfSecond(header);
        Instant known = datetime.isAfter(now) ? now : datetime;
        return new When(asked.now(), asked.givenAsOf(), known.isBefore(first) ? first : known);
    }

    private static Instant endOfSecond(String header) {
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
        return HTTP_DATE.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** The state's address, now or as known at an instant. */
    String address(@Nullable Instant knownAt) {
        return address(path, "knownAt", knownAt);
    }

    /**
     * The address of the list of all mementos.
     *
     * @param after only of what was recorded after this instant; null is all
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
     * The permalink of an answer, which gives the same body whenever it is followed.
     *
     * @param asOfNow the instant of the world's axis that the answer is of; counts where none was asked for
     * @param page what else the body depends on, by its parameter; null is not given
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
     * @param permalink of the memento that it holds; null where it holds the state now, which is no memento
     * @param knownAt which state that is
     * @param negotiated whether another {@code Accept-Datetime} would have been answered otherwise
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
