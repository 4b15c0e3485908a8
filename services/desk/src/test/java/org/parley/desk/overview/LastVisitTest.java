package org.parley.desk.overview;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class LastVisitTest {
    private static Clock at(String time) {
        return Clock.fixed(Instant.parse(time), ZoneOffset.UTC);
    }

    @Test
    void firstVisitHasNoNewEntries() {
        assertThat(LastVisit.next(Optional.empty(), 7, at("2026-03-01T10:00:00Z"))
                        .before())
                .isEqualTo(7);
    }

    @Test
    void newEntriesStayNewUntilTheNextVisit() {
        LastVisit first = LastVisit.next(Optional.empty(), 7, at("2026-03-01T10:00:00Z"));
        LastVisit second = LastVisit.next(Optional.of(first), 9, at("2026-03-01T10:20:00Z"));
        assertThat(second.before()).isEqualTo(7);
        LastVisit third = LastVisit.next(Optional.of(second), 12, at("2026-03-01T10:45:00Z"));
        assertThat(third.before()).isEqualTo(7);
        LastVisit nextDay = LastVisit.next(Optional.of(third), 15, at("2026-03-02T09:00:00Z"));
        assertThat(nextDay.before()).isEqualTo(12);
    }

    @Test
    void cookieRoundTrips() {
        LastVisit look = new LastVisit(3, 9, Instant.parse("2026-03-01T10:00:00Z"));
        MockHttpServletResponse response = new MockHttpServletResponse();
        look.remember("talks", new MockHttpServletRequest(), response);
        Cookie kept = response.getCookie("parley-look-talks");
        MockHttpServletRequest next = new MockHttpServletRequest();
        next.setCookies(kept);
        assertThat(LastVisit.of(next, "talks")).contains(look);
        assertThat(LastVisit.of(next, "others")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.2", "1.2.x", "9999999999999999999.1.1"})
    void malformedCookieIsIgnored(String value) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie("parley-look-talks", value));
        assertThat(LastVisit.of(request, "talks")).isEmpty();
    }
}
