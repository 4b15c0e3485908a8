package org.parley.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.desk.client.BitemporalPoint;

class PageLinksTest {
    private static final PageLinks PAST = new PageLinks(
            "talks",
            BitemporalPoint.of("2025-08-14", null),
            Map.of("q", List.of("a b&c"), "kind", List.of("ceasefire", "demand")));

    @Test
    void everyLinkKeepsTheBitemporalPoint() {
        assertThat(PAST.to("trail", "kind", "guarantee")).isEqualTo("/n/talks/trail?kind=guarantee&asOf=2025-08-14");
        assertThat(PAST.now("log")).isEqualTo("/n/talks/log");
    }

    @Test
    void travelKeepsOtherParameters() {
        assertThat(PAST.travel("knownAt", "2026-01-01"))
                .contains("q=a%20b%26c", "kind=ceasefire&kind=demand", "asOf=2025-08-14", "knownAt=2026-01-01");
        assertThat(PAST.toNow()).contains("q=a%20b%26c").doesNotContain("asOf");
        assertThat(PageLinks.of("talks").toNow()).isEqualTo("?");
    }

    @Test
    void parameterNamesAreEncoded() {
        assertThat(PageLinks.address("/x", Map.of("a:b{c}", List.of("1", "", "2&3"))))
                .isEqualTo("/x?a%3Ab%7Bc%7D=1&a%3Ab%7Bc%7D=2%263");
    }
}
