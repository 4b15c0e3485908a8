package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.archive.ArchiveFixture.Response;
import org.parley.contract.PublishedEvent;
import org.parley.domain.matter.MatterAddress;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

/** Entries that were recorded together are known together: an instant within the group means the one before it. */
class GroupQueryTest {
    private static final String TALKS = "grouped";
    private static final String PATH = "/api/negotiations/" + TALKS;
    private static final MatterAddress TRUCE = MatterAddress.parse(TALKS + "/ceasefire/truce");
    private static final String EVIDENCE = ",'evidence':{'sources':[{'publisher':'Reuters','title':'A report'}]}}";

    private static final String BEFORE = "2025-08-20T10:00:00Z";
    private static final String FIRST = "2025-08-20T12:00:00Z";
    private static final String SECOND = "2025-08-20T12:00:01Z";
    private static final String LAST = "2025-08-20T12:00:02Z";

    private static ArchiveFixture archive;
    private static List<PublishedEvent> group;

    /** An earlier truce, of which the end was logged first, and its new declaration on a later day. */
    @BeforeAll
    static void start() {
        archive = new ArchiveFixture(Instant.parse("2025-08-25T12:00:00Z"));
        TestLedger ledger = new TestLedger(TALKS, "2025-08-12T09:00:00Z");
        ledger.log("open", "{'command':'OpenNegotiation','title':'Talks'}");
        ledger.log("rus", "{'command':'AdmitParty','party':'RUS','name':'Russia','partyKind':'STATE'}");
        ledger.at(BEFORE).log("later", truce("DeclareCeasefire", "2025-08-10"));
        List<PublishedEvent> before = List.copyOf(ledger.published());
        group = List.of(
                ledger.at(FIRST)
                        .forged("end", truce("EndCeasefire", "2025-08-05"), TRUCE)
                        .withContinued(true)
                        .canonical(),
                ledger.at(SECOND)
                        .forged("begin", truce("DeclareCeasefire", "2025-08-01"), TRUCE)
                        .withContinued(true)
                        .withPosition(5),
                ledger.at(LAST)
                        .forged(
                                "violation",
                                "{'command':'AllegeViolation','matter':'truce','occurred':'2025-08-11',"
                                        + "'by':'RUS','against':'RUS'" + EVIDENCE,
                                TRUCE)
                        .withPosition(6));
        archive.publishAndWait(before);
        archive.publish(group.subList(0, 2));
    }

    private static String truce(String command, String date) {
        return "{'command':'" + command + "','matter':'truce','occurred':'" + date + "','by':'RUS'" + EVIDENCE;
    }

    @AfterAll
    static void stop() {
        archive.close();
    }

    private static JsonNode get(String path) {
        Response answer = archive.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static long throughOf(String question) {
        return get(PATH + question).path("through").asLong();
    }

    private static List<Long> trail(String question) {
        List<Long> positions = new ArrayList<>();
        get(PATH + "/trail" + question)
                .path("entries")
                .forEach(entry -> positions.add(entry.path("position").asLong()));
        return positions;
    }

    @Test
    void anInstantWithinAGroupIsTheOneBeforeIt() {
        archive.publishAndWait(group.subList(2, 3));
        String stateBefore =
                get(PATH + "?knownAt=" + BEFORE).path("contentHash").asString();
        String stateAfter = get(PATH + "?knownAt=" + LAST).path("contentHash").asString();
        assertThat(stateAfter).isNotEqualTo(stateBefore);
        for (String within : List.of(FIRST, SECOND, "2025-08-20T12:00:01.5Z")) {
            JsonNode state = get(PATH + "?knownAt=" + within);
            assertThat(state.path("contentHash").asString()).isEqualTo(stateBefore);
            assertThat(state.path("through").asLong()).isEqualTo(3);
            assertThat(get(PATH + "/matters/ceasefire/truce?knownAt=" + within).path("history"))
                    .hasSize(1);
            assertThat(get("/api/negotiations?knownAt=" + within).toString()).contains(TALKS);
            assertThat(trail("?knownAt=" + within)).containsExactlyInAnyOrder(1L, 2L, 3L);
            assertThat(archive.get(PATH + "/export?knownAt=" + within).body().lines())
                    .hasSize(3);
            assertThat(archive.get("/api/developments/" + TestLedger.id(TALKS + "end") + "?knownAt=" + within)
                            .status())
                    .isEqualTo(404);
            assertThat(get(PATH + "/diff?axis=knowledge&from=" + BEFORE + "&to=" + within)
                            .path("changes"))
                    .isEmpty();
            JsonNode changes = get(PATH + "/diff?axis=knowledge&from=" + within + "&to=" + LAST)
                    .path("changes");
            assertThat(changes).hasSize(1);
            assertThat(changes.get(0).path("because")).hasSize(3);
        }
        assertThat(throughOf("?knownAt=" + LAST)).isEqualTo(6);
        assertThat(throughOf("")).isEqualTo(6);
        assertThat(trail("")).hasSize(6);
        List<String> lines = archive.get(PATH + "/export").body().lines().toList();
        assertThat(lines).hasSize(6);
        assertThat(lines.get(3)).contains("\"continued\":true");
        assertThat(lines.get(4)).contains("\"continued\":true");
        assertThat(lines.get(5)).doesNotContain("continued");
    }

    @Test
    void aTimeMapHasOneMementoOfAGroup() {
        archive.publishAndWait(group.subList(2, 3));

        assertThat(archive.get(PATH + "/timemap").body())
                .contains("2025-08-20T12:00:02.000000Z", "2025-08-20T10:00:00.000000Z")
                .doesNotContain("2025-08-20T12:00:00.000000Z", "2025-08-20T12:00:01.000000Z");
    }
}
