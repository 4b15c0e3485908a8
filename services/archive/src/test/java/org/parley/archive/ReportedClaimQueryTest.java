package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.contract.PublishedEvent;
import org.parley.testkit.TestLedger;

/** The trail says according to whom something happened, where the grade says no more than that it is reported. */
class ReportedClaimQueryTest {
    private final ArchiveFixture archive = AlaskaStory.archive();

    private List<String> summaries(String path) {
        return archive.get(path)
                .json()
                .path("entries")
                .valueStream()
                .map(entry -> entry.path("summary").asString())
                .filter(summary -> !summary.startsWith("The newsroom") && summary.contains(" demanded "))
                .toList();
    }

    @Test
    void gradeAsKnownDecides() throws IOException {
        String negotiation = "claims-" + UUID.randomUUID().toString().substring(0, 8);
        TestLedger ledger = new TestLedger(negotiation, "2025-08-20T09:00:00Z");
        ledger.log("open", "{'command':'OpenNegotiation','title':'Claims'}");
        ledger.log("usa", "{'command':'AdmitParty','party':'USA','name':'United States','partyKind':'STATE'}");
        ledger.log("rus", "{'command':'AdmitParty','party':'RUS','name':'Russia','partyKind':'STATE'}");
        ledger.log(
                "demand",
                "{'command':'MakeDemand','matter':'land','occurred':'2025-08-16','by':'RUS','of':'USA','substance':'land',"
                        + "'evidence':{'sources':[{'publisher':'Courier','title':'T'}],'grade':'E3'}}");
        PublishedEvent believed =
                ledger.log("graded", "{'command':'GradeDevelopment','target':'#demand','grade':'A1'}");
        archive.publishAndWait(ledger.published());

        String trail = "/api/negotiations/" + negotiation + "/trail";
        String fact = "On 16 August 2025, Russia demanded of United States (“land”): land.";
        String report = "On 16 August 2025, according to Courier, Russia demanded of United States (“land”): land.";
        assertThat(summaries(trail)).containsExactly(fact);
        String before = PublishedEvent.time(believed.recordedAt().minusMillis(1));
        assertThat(summaries(trail + "?knownAt=" + before)).containsExactly(report);
        String matter = "/api/negotiations/" + negotiation + "/matters/demand/land";
        assertThat(archive.get(matter).json().at("/history/0/summary").asString())
                .isEqualTo(fact);
        assertThat(archive.get(matter + "?knownAt=" + before)
                        .json()
                        .at("/history/0/summary")
                        .asString())
                .isEqualTo(report);
    }
}
