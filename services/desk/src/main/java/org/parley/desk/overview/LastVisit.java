package org.parley.desk.overview;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/**
 * The positions that a user has seen, stored in a cookie. New entries stay marked as new during a visit; a visit ends
 * after 30 minutes without a page view.
 *
 * @param before the last position seen on the previous visit
 * @param seen the last position seen on this visit
 * @param at when {@code seen} was set
 */
public record LastVisit(long before, long seen, Instant at) {
    private static final Duration VISIT = Duration.ofMinutes(30);
    private static final Duration COOKIE_MAX_AGE = Duration.ofDays(365);

    /** Reads the cookie; empty on the first visit or if the cookie is malformed. */
    public static Optional<LastVisit> of(HttpServletRequest request, String negotiation) {
        return Arrays.stream(request.getCookies() == null ? new Cookie[0] : request.getCookies())
                .filter(cookie -> cookie.getName().equals(name(negotiation)))
                .findFirst()
                .flatMap(cookie -> read(cookie.getValue()));
    }

    /** The positions after this page view. On a new visit the entries seen before are no longer new. */
    static LastVisit next(Optional<LastVisit> last, long through, Clock clock) {
        Instant now = clock.instant();
        return last.map(look ->
                        new LastVisit(look.at.plus(VISIT).isBefore(now) ? look.seen : look.before, through, now))
                .orElseGet(() -> new LastVisit(through, through, now));
    }

    void remember(String negotiation, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(negotiation), before + "." + seen + "." + at.getEpochSecond())
                        .path("/n/" + negotiation)
                        .maxAge(COOKIE_MAX_AGE)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private static Optional<LastVisit> read(String value) {
        String[] parts = value.split("\\.");
        try {
            return parts.length == 3
                    ? Optional.of(new LastVisit(
                            Long.parseLong(parts[0]),
                            Long.parseLong(parts[1]),
                            Instant.ofEpochSecond(Long.parseLong(parts[2]))))
                    : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static String name(String negotiation) {
        return "parley-look-" + negotiation;
    }
}
