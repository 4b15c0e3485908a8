package org.parley.desk.written;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.domain.evidence.Source;

class SourceLinkTest {
    @ParameterizedTest
    @CsvSource({
        "https://www.example.org/reports/truce,example.org,example.org/reports/truce",
        "https://example.org/reports/truce/?utm_source=mail&id=7#top,example.org,example.org/reports/truce",
        "http://example.org:8080/,example.org,example.org",
        "https://anna:secret@example.org/a,example.org,example.org/a",
        "https://example.org/@anna/1,example.org,example.org/@anna/1",
        "example.org/a,example.org,example.org/a"
    })
    void hostAndPathAreTheTitle(String address, String host, String title) {
        assertThat(SourceLink.of(address)).isEqualTo(new SourceLink(host, title));
    }

    @Test
    void longAddressIsShortened() {
        String address = "https://www.example.org/" + "section/".repeat(46) + "the-truce-holds?" + "x".repeat(1500);
        SourceLink link = SourceLink.of(address);

        assertThat(link.title())
                .hasSizeLessThan(Source.TEXT_MAX)
                .startsWith("example.org/section/")
                .contains("…")
                .endsWith("the-truce-holds");
        assertThat(SourceLink.of("https://" + "a".repeat(400) + ".example").host())
                .hasSizeLessThan(Source.TEXT_MAX);
    }
}
