package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.testkit.TestLedger;

/** A table longer than one batch of events is complete, and no matter is split where a batch ends. */
class LongTableTest {
    private static final int DEMANDS = 720;

    private static TestLedger ledger() {
        TestLedger ledger = new TestLedger("long", "2025-08-12T09:00:00Z");
        ledger.log("open", "{'command':'OpenNegotiation','title':'Long talks','occurred':'2025-08-01'}");
        for (String party : List.of("AAA", "BBB")) {
            ledger.log(
                    party,
                    "{'command':'AdmitParty','party':'%1$s','name':'%1$s','partyKind':'STATE'}".formatted(party));
        }
        String evidence = ",'evidence':{'sources':[{'publisher':'P','title':'T'}]}}";
        for (int i = 0; i < DEMANDS; i++) {
            ledger.log(
                    "made-" + i,
                    "{'command':'MakeDemand','matter':'d-%d','occurred':'2025-08-02','by':'AAA','of':'BBB','substance':'x'"
                                    .formatted(i)
                            + evidence);
        }
        for (int i = 0; i < DEMANDS; i++) {
            ledger.log(
                    "dropped-" + i,
                    "{'command':'DropDemand','matter':'d-%d','occurred':'2025-08-03','by':'AAA'".formatted(i)
                            + evidence);
        }
        return ledger;
    }

    @Test
    void everyRowIsThereOnce() {
        try (ArchiveFixture archive = new ArchiveFixture(Instant.parse("2025-08-25T12:00:00Z"))) {
            archive.publishAndWait(ledger().published());

            List<String> rows = archive.get("/api/negotiations/long/table?format=ndjson")
                    .body()
                    .lines()
                    .toList();
            assertThat(rows).hasSize(2 * DEMANDS + 3).doesNotHaveDuplicates();
            assertThat(rows.stream().filter(row -> row.contains("\"type\":\"DemandDropped\"")))
                    .hasSize(DEMANDS)
                    .allMatch(row -> row.contains("\"status_before\":\"STANDING\",\"status_after\":\"DROPPED\""));
            assertThat(archive.get("/api/edges").body().lines()).hasSize(1 + 2 + 3 * DEMANDS);
            assertThat(archive.get("/api/panel?from=2025-08-02&to=2025-08-03&format=ndjson")
                            .body()
                            .lines())
                    .hasSize(2 * (DEMANDS + 1));
            assertThat(archive.get("/api/panel?from=2020-01-01&to=2025-08-03").status())
                    .isEqualTo(400);
        }
    }
}
