package org.parley.desk.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.desk.client.BitemporalPoint;

class ChangesQueryTest {
    private static final String STORY = "https://desk.example/n/talks?asOf=2025-08-14&knownAt=2025-08-15T09%3A00%3A00Z";
    private static final String LATER =
            "https://desk.example/n/talks/trail?kind=ceasefire&asOf=2025-08-20&knownAt=2025-08-21T09:00:00Z";

    private static ChangesQuery query(@Nullable String axis, @Nullable String from, @Nullable String to) {
        return new ChangesQuery(axis, from, to, null);
    }

    @Test
    void takesTheTimesOfTwoStories() {
        assertThat(query("world", STORY, LATER)
                        .resolve("talks", BitemporalPoint.NOW)
                        .parameters())
                .isEqualTo(Map.of(
                        "axis", "world", "from", "2025-08-14", "to", "2025-08-20", "knownAt", "2025-08-21T09:00:00Z"));
        assertThat(query("knowledge", STORY, LATER)
                        .resolve("talks", BitemporalPoint.NOW)
                        .parameters())
                .isEqualTo(Map.of(
                        "axis",
                        "knowledge",
                        "from",
                        "2025-08-15T09:00:00Z",
                        "to",
                        "2025-08-21T09:00:00Z",
                        "asOf",
                        "2025-08-20"));
    }

    @Test
    void datesKeepTheOtherTimeOfThePage() {
        BitemporalPoint page = BitemporalPoint.of("2025-08-18", "2025-08-19");
        assertThat(query(null, " 2025-08-14 ", "").resolve("talks", page).parameters())
                .isEqualTo(Map.of("axis", "world", "from", "2025-08-14", "knownAt", "2025-08-19"));
        assertThat(query("knowledge", "2025-08-14T10:00:00Z", "2025-08")
                        .resolve("talks", page)
                        .parameters())
                .isEqualTo(Map.of(
                        "axis", "knowledge", "from", "2025-08-14T10:00:00Z", "to", "2025-08", "asOf", "2025-08-18"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "world | last week | - | from | changes.error.date",
                "world | 2025-08-14 | never | to | changes.error.date",
                "world | - | 2025-08-14 | from | changes.error.from",
                "world | https://desk.example/n/talks | - | from | changes.error.noAsOf",
                "knowledge | /n/talks?asOf=2025-08-14 | - | from | changes.error.noKnownAt",
                "world | https://desk.example/n/other?asOf=2025-08-14 | - | from | changes.error.elsewhere",
                "world | https://desk.example/ | - | from | changes.error.elsewhere",
                "world | /n/talks?asOf=soon | - | from | changes.error.date",
                "world | 2025-08-14 | /n/talks?knownAt=2025-08-14 | to | changes.error.noAsOf",
            })
    void namesTheFieldThatIsWrong(String axis, @Nullable String from, @Nullable String to, String field, String key) {
        ChangesQuery.Resolved resolved = query(axis, from, to).resolve("talks", BitemporalPoint.NOW);
        assertThat(resolved.errors()).isEqualTo(Map.of(field, key));
        assertThat(resolved.parameters()).isEmpty();
    }

    @Test
    void datesMayBeWrittenInWords() {
        Clock clock = Clock.fixed(Instant.parse("2025-08-23T10:00:00Z"), ZoneOffset.UTC);
        ChangesQuery read = query("world", "15/08/2025", "yesterday").withDatesRead(clock);
        assertThat(read.from()).isEqualTo("2025-08-15");
        assertThat(read.to()).isEqualTo("2025-08-22");
        assertThat(query("world", "never", STORY).withDatesRead(clock)).isEqualTo(query("world", "never", STORY));
    }

    @Test
    void anAddressOfNowIsTheLaterPoint() {
        assertThat(query("world", "2025-08-14", "https://desk.example/n/talks")
                        .resolve("talks", BitemporalPoint.NOW)
                        .parameters())
                .isEqualTo(Map.of("axis", "world", "from", "2025-08-14"));
    }

    @Test
    void nothingIsAskedWithoutAPoint() {
        assertThat(query("world", "", null).isAsked()).isFalse();
        assertThat(query("world", "2025", null).isAsked()).isTrue();
        assertThat(query(" ", null, null).axisOrDefault()).isEqualTo("world");
    }
}
