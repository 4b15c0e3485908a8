package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.parley.contract.PublishedEvent;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

/**
 * Measures queries of histories with 1,000, 10,000 and 100,000 developments, in one matter and in matters of 100 each,
 * with late entries and corrections; then a rebuild of all of them, and queries meanwhile.
 */
class TemporalQueryMeasurement {
    private static final Instant START = Instant.parse("2015-01-01T00:00:00Z");
    private static final Instant NOW = Instant.parse("2026-10-01T00:00:00Z");
    private static final int[] SIZES = {1_000, 10_000, 100_000};
    private static final int QUERIES = 25;
    private static final String EVIDENCE = ",'evidence':{'sources':[{'publisher':'A','title':'R'}]}}";

    private static TestLedger told(String negotiation, int size, int perMatter) {
        Random random = new Random(size);
        TestLedger ledger = new TestLedger(negotiation, START.toString());
        ledger.log("open", "{'command':'OpenNegotiation','title':'Talks','occurred':'2014-12-01'}");
        for (String party : List.of("USA", "RUS", "UKR")) {
            ledger.log(
                    party,
                    "{'command':'AdmitParty','party':'%1$s','name':'%1$s','partyKind':'STATE'}".formatted(party));
        }
        Duration step = Duration.ofDays(4_000).dividedBy(size);
        for (int n = 0; n < size; n++) {
            Instant now = START.plus(Duration.ofHours(1)).plus(step.multipliedBy(n));
            ledger.at(now.toString());
            String matter = "q" + n % Math.max(1, size / perMatter);
            if (n < size / perMatter) {
                ledger.log(
                        "q" + n,
                        "{'command':'RaiseQuestion','matter':'" + matter + "','title':'Q','theme':'SECURITY'}");
            }
            boolean late = n % (size / 20) == size / 20 - 1;
            boolean correction = n > size / 50 && n % (size / 20) == size / 40;
            String day = now.minus(Duration.ofDays(late ? 1 + random.nextInt(400) : 0))
                    .toString()
                    .substring(0, 10);
            String told =
                    "{'command':'StatePosition','matter':'%s','occurred':'%s','by':'%s','stance':'%s','summary':'s'"
                            .formatted(
                                    matter,
                                    day.compareTo("2015-01-01") < 0 ? "2015-01-01" : day,
                                    List.of("USA", "RUS", "UKR").get(n % 3),
                                    n / 3 % 500 == 499 ? "CONDITIONAL" : "OPPOSES");
            if (correction) {
                int target = n - size / 50;
                String replacement = told.replace("'matter':'" + matter + "',", "") + "}";
                ledger.log(
                        "n" + n,
                        "{'command':'CorrectDevelopment','target':'#n" + target + "','reason':'r','replacement':"
                                + replacement + "}");
            } else {
                ledger.log("n" + n, told + EVIDENCE);
            }
        }
        return ledger;
    }

    @Test
    void measureQueriesAndRebuilds() throws Exception {
        ArchiveFixture archive = new ArchiveFixture(NOW);
        List<String> negotiations = new ArrayList<>();
        List<String> table = new ArrayList<>();
        for (int perMatter : new int[] {Integer.MAX_VALUE, 100}) {
            for (int size : SIZES) {
                String negotiation = "talks-" + size + (perMatter == 100 ? "-in-hundreds" : "-in-one");
                List<PublishedEvent> events =
                        told(negotiation, size, Math.min(size, perMatter)).published();
                long begin = System.nanoTime();
                archive.publish(events);
                await().atMost(Duration.ofMinutes(20)).until(() -> through(archive, negotiation) >= events.size());
                double seconds = (System.nanoTime() - begin) / 1e9;
                negotiations.add(negotiation);
                System.out.printf("%s: applied in %.1f s%n", negotiation, seconds);
                table.add(line(archive, negotiation, size) + " | %,.0f |".formatted(events.size() / seconds));
            }
        }
        System.out.println("| negotiation | now | asOf past | knownAt past | both past | applied, events/s |");
        table.forEach(System.out::println);
        System.out.println("with all of them in the archive: " + line(archive, negotiations.getFirst(), SIZES[0]));
        rebuild(archive, negotiations);
        archive.close();
    }

    private static long through(ArchiveFixture archive, String negotiation) {
        return archive.get("/api/negotiations/" + negotiation)
                .json()
                .path("through")
                .asLong();
    }

    private static String line(ArchiveFixture archive, String negotiation, int size) {
        Random random = new Random(7);
        StringBuilder line = new StringBuilder("| " + negotiation);
        for (String question : List.of("", "?asOf=%1$s", "?knownAt=%2$s", "?asOf=%1$s&knownAt=%2$s")) {
            double[] millis = new double[QUERIES];
            for (int n = 0; n < QUERIES; n++) {
                Instant one = START.plus(Duration.ofDays(30 + random.nextInt(3_900)));
                Instant other = START.plus(Duration.ofDays(30 + random.nextInt(3_900)));
                long begin = System.nanoTime();
                int status = archive.get("/api/negotiations/" + negotiation + question.formatted(one, other))
                        .status();
                millis[n] = (System.nanoTime() - begin) / 1e6;
                assertThat(status).isEqualTo(200);
            }
            Arrays.sort(millis);
            line.append(" | %.0f (%.0f) ms".formatted(millis[QUERIES / 2], millis[QUERIES - 1]));
        }
        return line.toString();
    }

    private static JsonNode projection(ArchiveFixture archive, String name) {
        return archive.get("/api/projections/" + name).json();
    }

    private static void rebuild(ArchiveFixture archive, List<String> negotiations) throws Exception {
        for (String name : List.of("trail", "state", "proof")) {
            int build = projection(archive, name).path("build").asInt();
            AtomicLong slowest = new AtomicLong();
            AtomicInteger failed = new AtomicInteger();
            AtomicInteger queried = new AtomicInteger();
            AtomicBoolean done = new AtomicBoolean();
            Thread reader = Thread.ofPlatform().start(() -> {
                while (!done.get()) {
                    for (String path : List.of("?asOf=2020-01-01", "/trail?limit=50", "/checkpoint")) {
                        long begin = System.nanoTime();
                        int status = archive.get("/api/negotiations/" + negotiations.get(queried.get() % 6) + path)
                                .status();
                        slowest.accumulateAndGet(System.nanoTime() - begin, Math::max);
                        queried.incrementAndGet();
                        if (status != 200) {
                            failed.incrementAndGet();
                        }
                    }
                }
            });
            long begin = System.nanoTime();
            assertThat(archive.asChief("POST", "/api/projections/" + name + "/rebuild")
                            .status())
                    .isEqualTo(202);
            await().atMost(Duration.ofMinutes(20))
                    .until(() -> projection(archive, name).path("build").asInt() != build);
            double seconds = (System.nanoTime() - begin) / 1e9;
            done.set(true);
            reader.join();
            long events =
                    projection(archive, name).path("progress").path("done").asLong();
            System.out.printf(
                    "rebuild of %s: %,d events in %.1f s, %,.0f events/s; meanwhile %d queries, %d failed, slowest %d ms%n",
                    name, events, seconds, events / seconds, queried.get(), failed.get(), slowest.get() / 1_000_000);
        }
    }
}
