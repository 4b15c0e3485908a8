package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.ledger.store.AggregateCache;
import org.parley.testkit.BackingServices;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The number of rows that a command reads does not grow with the history of its matter. */
class CachedAggregateTest {
    private static final int HISTORY = 2_000;

    private static LedgerProcess ledger;
    private static EventRowCounter rows;
    private static TestNegotiation talks;

    @Configuration(proxyBeanMethods = false)
    static class Counted {
        @Bean
        static EventRowCounter rowCount() {
            return new EventRowCounter();
        }
    }

    @BeforeAll
    static void start() {
        ledger = LedgerProcess.start(
                BackingServices.shared().newDatabase(),
                BackingServices.shared().bootstrapServers(),
                LedgerProcess.newTopic(),
                LedgerProcess.WITHOUT_RELAY,
                Counted.class);
        rows = ledger.bean(EventRowCounter.class);
        talks = TestNegotiation.open(ledger.chief());
        talks.accepted(talks.question(TestNegotiation.newId(), "money"));
        talks.editor()
                .batch(IntStream.range(1, HISTORY)
                        .mapToObj(i -> talks.position(
                                TestNegotiation.newId(), "money", "USA", i % 2 == 0 ? "OPPOSES" : "SUPPORTS"))
                        .collect(Collectors.joining("\n")));
    }

    @AfterAll
    static void stop() {
        ledger.close();
    }

    @Test
    void eventsAreReadOnceAndCached() {
        rows.taken();
        talks.editor().dryRun(talks.position(TestNegotiation.newId(), "money", "RUS", "OPPOSES"));
        assertThat(rows.taken()).as("a dry run reads past the cache").isGreaterThanOrEqualTo(HISTORY);

        for (int i = 0; i < 3; i++) {
            assertThat(talks.accepted(talks.position(TestNegotiation.newId(), "money", "RUS", "OPPOSES"))
                            .json()
                            .path("version")
                            .asInt())
                    .isGreaterThan(HISTORY);
            assertThat(rows.taken()).as("an accepted command").isLessThanOrEqualTo(2);
        }
    }

    @Test
    void cacheIsBoundedByMemory() {
        AggregateCache cache = ledger.bean(AggregateCache.class);
        long before = cache.bytes();
        assertThat(before).isGreaterThan(HISTORY * 1_000L);
        talks.accepted(talks.position(TestNegotiation.newId(), "money", "RUS", "OPPOSES")
                .replace("\"summary\":\"", "\"summary\":\"" + "x".repeat(3_000)));
        assertThat(cache.bytes()).isGreaterThan(before + 6_000);

        AggregateCache small = new AggregateCache(1_000_000, value -> ((byte[]) value).length);
        for (int i = 0; i < 1_000; i++) {
            small.put("matter " + i, new byte[10_000]);
        }
        assertThat(small.bytes()).isBetween(500_000L, 1_000_000L);
    }

    @Test
    void refusalKeepsTheMatterCached() {
        talks.accepted(talks.position(TestNegotiation.newId(), "money", "RUS", "OPPOSES"));
        rows.taken();
        String stated = TestNegotiation.newId();
        String[] refused = {
            talks.question(TestNegotiation.newId(), "money"),
            talks.position(TestNegotiation.newId(), "money", "FRA", "OPPOSES"),
            talks.position(TestNegotiation.newId(), "money", "RUS", "OPPOSES").replace("2025-08-15", "2999"),
            talks.position(stated, "money", "UKR", "OPPOSES"),
            talks.position(stated, "money", "UKR", "OPPOSES"),
            talks.position(stated, "money", "UKR", "SUPPORTS")
        };
        for (String json : refused) {
            talks.command(json);
            talks.command(json, "If-Match", "\"1\"");
            assertThat(rows.taken()).as(json).isLessThanOrEqualTo(2);
        }

        talks.accepted(talks.position(TestNegotiation.newId(), "money", "RUS", "OPPOSES"));
        assertThat(rows.taken()).isLessThanOrEqualTo(2);
    }
}
