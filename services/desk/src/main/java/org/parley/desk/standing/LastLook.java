package org.parley.desk.standing;

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
 * How far the trail was when somebody last looked: kept by their browser. Looking again and again within the same visit
 * does not make what is new old; a visit is over after half an hour.
 *
 * @param before the trail's last position at the end of the visit before this one
 * @param seen the last position seen on this visit
 * @param at when it was seen
 */
record LastLook(long before, long seen, Instant at) {
    private static final Duration VISIT = Duration.ofMinutes(30);
    private static final Duration REMEMBERED = Duration.ofDays(365);

    /** What the browser remembers; nothing on the first visit, or where it was meddled with. */
    static Optional<LastLook> of(HttpServletRequest request, String negotiation) {
        return Arrays.stream(request.getCookies() == null ? new Cookie[0] : request.getCookies())
                .filter(cookie -> cookie.getName().equals(name(negotiation)))
                .findFirst()
                .flatMap(cookie -> read(cookie.getValue()));
    }

    /** The look that follows: on a new visit what was seen on the one before is old. */
    static LastLook next(Optional<LastLook> last, long through, Clock clock) {
        Instant now = clock.instant();
        return last.map(look -> new LastLook(look.at.plus(VISIT).isBefore(now) ? look.seen : look.before, through, now))
                .orElseGet(() -> new LastLook(through, through, now));
    }

    void remember(String negotiation, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name(negotiation), before + "." + seen + "." + at.getEpochSecond())
                        .path("/n/" + negotiation)
                        .maxAge(REMEMBERED)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private static Optional<LastLook> read(String value) {
        String[] parts = value.split("\\.");
        try {
            return parts.length == 3
                    ? Optional.of(new LastLook(
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
