package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.parley.archive.ArchiveFixture.Response;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

/** What needs a look, now and then, and as known then. */
class AlertQueryTest {
    private static final String NEGOTIATION = "alert-query";
    private static final String PATH = "/api/negotiations/" + NEGOTIATION + "/alerts";
    private static final String EVIDENCE = ",'evidence':{'sources':[{'publisher':'Reuters','title':'A report'}]}}";

    private final ArchiveFixture archive = AlaskaStory.archive();

    private static TestLedger ledger() {
        return Shared.LEDGER;
    }

    private static final class Shared {
        static final TestLedger LEDGER = published();

        private static TestLedger published() {
            TestLedger ledger = new TestLedger(NEGOTIATION, "2025-08-01T09:00:00Z");
            ledger.log("alert-open", "{'command':'OpenNegotiation','title':'Alerts','occurred':'2025-08-01'}");
            for (String code : List.of("RUS", "UKR")) {
                ledger.log(
                        "alert-" + code,
                        "{'command':'AdmitParty','party':'%s','name':'%s','partyKind':'STATE'}".formatted(code, code));
            }
            ledger.at("2025-08-04T09:00:00Z").log(
                    "alert-demand",
                    "{'command':'MakeDemand','matter':'donbas','title':'Leave Donbas','occurred':'2025-08-02','by':'RUS',"
                            + "'of':'UKR','substance':'to leave','deadline':'2025-08-10'" + EVIDENCE);
            ledger.log(
                    "alert-meeting",
                    "{'command':'ScheduleMeeting','matter':'round','occurred':'2025-08-03','planned':'2025-08-20',"
                            + "'participants':['RUS','UKR']" + EVIDENCE);
            ledger.at("2025-08-12T09:00:00Z").log(
                    "alert-refused",
                    "{'command':'RefuseDemand','matter':'donbas','occurred':'2025-08-09','by':'UKR'" + EVIDENCE);
            AlaskaStory.archive().publishAndWait(ledger.published());
            return ledger;
        }
    }

    private JsonNode alerts(String question) {
        assertThat(ledger().published()).isNotEmpty();
        Response answer = archive.get(PATH + question);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void anAlertNamesItsDevelopment() {
        JsonNode now = alerts(""); // on 25 August
        assertThat(now.path("total").asInt()).isEqualTo(1);
        JsonNode alert = now.path("alerts").path(0);
        assertThat(alert.path("alert").asString()).isEqualTo("MEETING_PLANNED");
        assertThat(alert.path("matter").asString()).isEqualTo("round");
        assertThat(alert.path("date").asString()).isEqualTo("2025-08-20");
        assertThat(alert.path("days").asInt()).isEqualTo(5);
        assertThat(alert.path("developmentId").asString())
                .isEqualTo(TestLedger.id(NEGOTIATION + "alert-meeting").toString());
    }

    @Test
    void withAsOfADateHadPassedByThen() {
        assertThat(alerts("?asOf=2025-08-19").path("alerts")).isEmpty();
        JsonNode coming = alerts("?asOf=2025-08-19&within=7").path("alerts");
        assertThat(coming).singleElement().satisfies(alert -> {
            assertThat(alert.path("overdue").asBoolean()).isFalse();
            assertThat(alert.path("days").asInt()).isEqualTo(-1);
        });
    }

    @Test
    void withKnownAtOnlyWhatWasKnownCounts() {
        JsonNode then = alerts("?asOf=2025-08-11&knownAt=2025-08-11").path("alerts");
        assertThat(then)
                .singleElement()
                .satisfies(alert -> assertThat(alert.path("alert").asString()).isEqualTo("DEADLINE"));
        assertThat(alerts("?asOf=2025-08-11").path("alerts")).isEmpty();
    }

    @Test
    void invalidParametersAreRefused() {
        assertThat(archive.get(PATH + "?within=-1").status()).isEqualTo(400);
        assertThat(archive.get(PATH + "?limit=0").status()).isEqualTo(400);
        assertThat(archive.get("/api/negotiations/no-such/alerts").status()).isEqualTo(404);
    }
}
