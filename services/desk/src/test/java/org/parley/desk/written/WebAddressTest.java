package org.parley.desk.written;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebAddressTest {
    @ParameterizedTest
    @CsvSource({
        "https://example.org/a?utm_source=x&utm_medium=y, https://example.org/a",
        "https://example.org/a?id=5&fbclid=abc, https://example.org/a?id=5",
        "https://example.org/a?gclid=1&page=2#part, https://example.org/a?page=2#part",
        "https://example.org/a?id=5, https://example.org/a?id=5",
        "https://example.org/a?ref=aaa, https://example.org/a?ref=aaa",
        "https://example.org/a, https://example.org/a"
    })
    void trackingParametersAreRemoved(String pasted, String clean) {
        WebAddress address = WebAddress.of(pasted);
        assertThat(address.clean()).isEqualTo(clean);
        assertThat(address.isTracked()).isEqualTo(!pasted.equals(clean));
        assertThat(address.pasted()).isEqualTo(pasted);
    }

    @Test
    void addressIsFoundInAText() {
        String text = "Putin refuses (https://www.example.org/en/no?utm_source=x). Talks first.";
        assertThat(WebAddress.find(text).orElseThrow().clean()).isEqualTo("https://www.example.org/en/no");
        assertThat(WebAddress.without(text)).isEqualTo("Putin refuses (  Talks first.");
        assertThat(WebAddress.find("no address")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://menafn.com/1109905770/Trump-To-Meet-Putin-On-August-15-In-Alaska, menafn.com, Trump To Meet Putin On"
                + " August 15 In Alaska",
        "https://www.inkorr.com/en/amp/putin-nazvav-nepravilnim-list-330060, inkorr.com, Putin nazvav nepravilnim list",
        "https://example.org/news/2025/08/15/talks_in_alaska.html, example.org, Talks in alaska",
        "https://example.org/article/12345, example.org, ''",
        "https://EXAMPLE.org, example.org, ''"
    })
    void hostAndTitleAreReadFromTheAddress(String address, String host, String title) {
        assertThat(WebAddress.of(address).host()).isEqualTo(host);
        assertThat(WebAddress.of(address).title()).isEqualTo(title);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/world/2025/08/18/talks-in-the-white-house, 2025-08-18, Talks in the white house",
        "https://example.org/2025-08-18-talks-in-washington.html, 2025-08-18, Talks in washington",
        "https://example.org/a/talks-in-the-capital-20250818, 2025-08-18, Talks in the capital",
        "https://www.example.co.uk/news/2025/aug/18/talks-in-the-capital, 2025-08-18, Talks in the capital",
        "https://example.org/2025/13/40/talks-in-the-capital, , Talks in the capital",
        "https://example.org/plan-of-2025-in-short, , Plan of 2025 in short"
    })
    void dayInThePathIsWhenItWasPublishedAndNoPartOfTheTitle(String address, @Nullable LocalDate day, String title) {
        assertThat(WebAddress.of(address).published()).isEqualTo(Optional.ofNullable(day));
        assertThat(WebAddress.of(address).title()).isEqualTo(title);
    }

    @Test
    void longAddressIsShortenedInTheMiddle() {
        WebAddress address = WebAddress.of("https://www.example.org/" + "section/".repeat(20) + "end");
        assertThat(address.shortened(40))
                .hasSize(40)
                .startsWith("example.org/")
                .contains("…")
                .endsWith("section/end");
        assertThat(WebAddress.of("https://example.org/a").shortened(40)).isEqualTo("example.org/a");
    }
}
