package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

class TableQueryTest {
    private static final String PATH = "/api/negotiations/" + AlaskaStory.NEGOTIATION;
    private static final String[] INSTANTS = {
        "", "&asOf=2025-08-15", "&knownAt=2025-08-16", "&asOf=2025-08-15&knownAt=2025-08-17", "&asOf=2025-08-20"
    };

    private final ArchiveFixture archive = AlaskaStory.archive();

    private List<JsonNode> rows(String path) {
        ArchiveFixture.Response answer = archive.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        return answer.body().lines().<JsonNode>map(Json.MAPPER::readTree).toList();
    }

    private static List<CSVRecord> csv(String body) throws IOException {
        return CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get()
                .parse(new StringReader(body))
                .getRecords();
    }

    private JsonNode row(List<JsonNode> rows, String development) {
        String id = TestLedger.id(AlaskaStory.NEGOTIATION + development).toString();
        return rows.stream()
                .filter(row -> row.path("development_id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void columnsAreThoseOfTheContractInItsOrder() {
        String header = "negotiation,kind,matter,matter_title,development_id,type,occurred,occurred_start,occurred_end,"
                + "precision,possible,recorded_at,position,editor,actor,actor_person,target,others,place,stance,form,"
                + "quantity,unit,status_before,status_after,standing,disputed,held,grade,n_sources,publishers,urls,"
                + "plover,plover_mode,cameo,summary,note";
        assertThat(archive.get(PATH + "/table").body()).startsWith(header + "\r\n");
        assertThat(archive.get(PATH + "/edges").body()).startsWith("negotiation,development_id,role,party,person\r\n");
        assertThat(archive.get(PATH + "/panel").body()).startsWith("negotiation,date,kind,matter,status,possible\r\n");
        JsonNode first = rows(PATH + "/table?format=ndjson").getFirst();
        assertThat(String.join(",", first.propertyNames())).isEqualTo(header);
    }

    @Test
    void aCorrectionIsAppliedAndARetractionGone() {
        List<JsonNode> rows = rows(PATH + "/table?format=ndjson");
        JsonNode rejected = row(rows, "rejected");
        assertThat(rejected.path("occurred").asString()).isEqualTo("2025-08-16");
        assertThat(rejected.path("occurred_start").asString()).isEqualTo("2025-08-16T00:00:00.000000Z");
        assertThat(rejected.path("occurred_end").asString()).isEqualTo("2025-08-16T23:59:59.999999Z");
        assertThat(rejected.path("standing").asString()).isEqualTo("CORRECTED");
        assertThat(rejected.path("status_before").asString()).isEqualTo("PROPOSED");
        assertThat(rejected.path("status_after").asString()).isEqualTo("REJECTED");
        assertThat(rejected.path("editor").asString()).isEqualTo("boris");
        assertThat(rejected.path("summary").asString()).startsWith("On 16 August 2025, Russia rejected");
        assertThat(rejected.path("actor").path(0).asString()).isEqualTo("RUS");
        assertThat(rejected.path("actor_person").isArray()).isTrue();
        assertThat(rejected.path("actor_person")).isEmpty();
        assertThat(rows.stream().map(row -> row.path("development_id").asString()))
                .doesNotContain(
                        TestLedger.id(AlaskaStory.NEGOTIATION + "objected").toString())
                .doesNotHaveDuplicates();
        JsonNode then = row(rows(PATH + "/table?format=ndjson&knownAt=2025-08-19"), "rejected");
        assertThat(then.path("occurred").asString()).isEqualTo("2025-08-15");
        assertThat(then.path("standing").asString()).isEqualTo("EFFECTIVE");
        assertThat(then.path("actor_person").path(0).asString()).isEqualTo("Vladimir Putin");
        assertThat(then.path("note").asString()).isEqualTo("Heard in Anchorage");
    }

    @Test
    void valuesAreTyped() {
        List<JsonNode> rows = rows(PATH + "/table?format=ndjson");
        JsonNode proposed = row(rows, "proposed");
        assertThat(proposed.path("position").isIntegralNumber()).isTrue();
        assertThat(proposed.path("n_sources").asInt()).isEqualTo(2);
        assertThat(proposed.path("grade").asString()).isEqualTo("A1");
        assertThat(proposed.path("publishers").valueStream().map(JsonNode::asString))
                .containsExactly("Reuters", "TASS");
        assertThat(proposed.path("urls").path(0).asString()).isEqualTo("https://example.org/report");
        assertThat(proposed.path("urls").path(1).isNull()).isTrue();
        assertThat(proposed.path("target").valueStream().map(JsonNode::asString))
                .containsExactly("RUS", "UKR");
        assertThat(proposed.path("status_before").isNull()).isTrue();
        assertThat(proposed.path("cameo").asString()).isEqualTo("1056");
        JsonNode claimed = row(rows, "claimed");
        assertThat(claimed.path("disputed").asBoolean()).isTrue();
        assertThat(claimed.path("precision").asString()).isEqualTo("INTERVAL");
        assertThat(claimed.path("possible").asBoolean()).isFalse();
        assertThat(row(rows(PATH + "/table?format=ndjson&asOf=2025-08-16"), "claimed")
                        .path("possible")
                        .asBoolean())
                .isTrue();
        JsonNode met = row(rows, "met");
        assertThat(met.path("held").asBoolean()).isTrue();
        assertThat(met.path("place").asString()).isEqualTo("White House");
        assertThat(row(rows, "guarantee").path("form").asString()).isEqualTo("BACKSTOP");
        assertThat(row(rows, "position").path("stance").asString()).isEqualTo("OPPOSES");
        for (String own : List.of("open", "RUS", "question")) {
            JsonNode act = row(rows, own);
            assertThat(act.path("plover").isNull() && act.path("cameo").isNull())
                    .isTrue();
        }
        assertThat(row(rows, "question").path("occurred_start").isNull()).isTrue();
    }

    @Test
    void bothFormatsSayTheSame() throws IOException {
        for (String table : List.of("table", "edges", "panel")) {
            String address = PATH + "/" + table;
            List<CSVRecord> csv = csv(archive.get(address + "?guard=false").body());
            List<JsonNode> json = rows(address + "?format=ndjson");
            assertThat(csv).isNotEmpty().hasSameSizeAs(json);
            for (int i = 0; i < csv.size(); i++) {
                Map<String, String> cells = csv.get(i).toMap();
                json.get(i).properties().forEach(each -> {
                    JsonNode value = each.getValue();
                    String text = value.isArray()
                            ? String.join(
                                    ";",
                                    value.valueStream()
                                            .map(one -> one.isNull() ? "" : one.asString())
                                            .toList())
                            : value.isNull() ? "" : value.asString();
                    assertThat(cells).as(each.getKey()).containsEntry(each.getKey(), text);
                });
            }
        }
    }

    @Test
    void formulasAreGuardedUnlessAskedOtherwise() throws IOException {
        String guarded = archive.get(PATH + "/table").body();
        String plain = archive.get(PATH + "/table?guard=false").body();
        assertThat(csv(guarded).stream().map(row -> row.get("editor"))).contains("'=anna");
        assertThat(csv(plain).stream().map(row -> row.get("editor")))
                .contains("=anna")
                .doesNotContain("'=anna");
        assertThat(archive.get(PATH + "/table?bom=true").body()).startsWith("\uFEFFnegotiation,");
        assertThat(archive.get(PATH + "/table?format=ndjson&bom=true").status()).isEqualTo(400);
        assertThat(archive.get(PATH + "/table?format=ndjson&guard=false").status())
                .isEqualTo(400);
        assertThat(archive.get(PATH + "/table?guard=no").status()).isEqualTo(400);
    }

    @Test
    void formatIsChosenByParameterOrHeader() {
        assertThat(archive.get(PATH + "/table").header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(archive.get(PATH + "/table", Map.of("Accept", "application/x-ndjson"))
                        .header("Content-Type"))
                .startsWith("application/x-ndjson");
        assertThat(archive.get(PATH + "/table?format=csv", Map.of("Accept", "application/x-ndjson"))
                        .header("Content-Type"))
                .startsWith("text/csv");
        assertThat(archive.get(PATH + "/table", Map.of("Accept", "image/png")).status())
                .isEqualTo(406);
        ArchiveFixture.Response parquet = archive.get(PATH + "/table?format=parquet");
        assertThat(parquet.status()).isEqualTo(400);
        assertThat(parquet.json().at("/errors/0/detail").asString()).isEqualTo("must be csv or ndjson");
        assertThat(archive.get(PATH + "/table?knownat=2025").status()).isEqualTo(400);
        assertThat(archive.get("/api/negotiations/nothing/table").status()).isEqualTo(404);
        assertThat(archive.get("/api/negotiations/nothing/panel").status()).isEqualTo(404);
    }

    @Test
    void lastRowsAgreeWithTheState() {
        for (String when : INSTANTS) {
            JsonNode state = archive.get(PATH + "?" + when).json();
            Map<String, JsonNode> last = new HashMap<>();
            Set<String> developments = new HashSet<>();
            for (JsonNode row : rows(PATH + "/table?format=ndjson" + when)) {
                last.put(row.path("kind").asString() + "/" + row.path("matter").asString(), row);
                developments.add(row.path("development_id").asString());
            }
            Map<String, Integer> byStatus = new HashMap<>();
            for (JsonNode matter : state.path("matters")) {
                JsonNode row = last.get(matter.path("kind").asString() + "/"
                        + matter.path("matter").asString());
                assertThat(row.path("status_after")).isEqualTo(matter.path("status"));
                assertThat(row.path("matter_title")).isEqualTo(matter.path("title"));
                byStatus.merge(matter.path("status").asString(), 1, Integer::sum);
            }
            byStatus.forEach((status, number) -> {
                JsonNode count =
                        archive.get(PATH + "/count?status=" + status + when).json();
                assertThat(number)
                        .isBetween(count.path("low").asInt(), count.path("high").asInt());
            });
            JsonNode all = archive.get(PATH + "/count?" + when).json();
            assertThat(all.path("high").asInt()).isEqualTo(state.path("matters").size());
            for (JsonNode edge : rows(PATH + "/edges?format=ndjson" + when)) {
                assertThat(developments).contains(edge.path("development_id").asString());
            }
        }
    }

    @Test
    void panelAtADayIsTheStateAtThatDay() {
        Map<String, Map<String, String>> panel = new HashMap<>();
        for (JsonNode row : rows(PATH + "/panel?format=ndjson&from=2025-08-09&to=2025-08-20")) {
            panel.computeIfAbsent(row.path("date").asString(), day -> new HashMap<>())
                    .put(
                            row.path("kind").asString() + "/"
                                    + row.path("matter").asString(),
                            row.path("status").asString() + row.path("possible").asBoolean());
        }
        for (String day : List.of("2025-08-09", "2025-08-13", "2025-08-14", "2025-08-16", "2025-08-18", "2025-08-20")) {
            JsonNode state = archive.get(PATH + "?asOf=" + day).json();
            Map<String, String> expected = new HashMap<>();
            for (JsonNode matter : state.path("matters")) {
                expected.put(
                        matter.path("kind").asString() + "/"
                                + matter.path("matter").asString(),
                        matter.path("status").asString()
                                + matter.path("possible").asBoolean());
            }
            Map<String, String> found = new HashMap<>(panel.getOrDefault(day, Map.of()));
            String own = found.remove("negotiation/" + AlaskaStory.NEGOTIATION);
            assertThat(found).as(day).isEqualTo(expected);
            assertThat(own == null ? "NOT_OPENED" : own.replaceAll("(true|false)$", ""))
                    .isEqualTo(state.path("status").asString());
        }
    }

    @Test
    void stepsEndWithTheCalendarAndThePanel() {
        List<String> weeks = new ArrayList<>();
        rows(PATH + "/panel?format=ndjson&from=2025-08-11&to=2025-08-19&step=week").stream()
                .filter(row -> row.path("kind").asString().equals("negotiation"))
                .forEach(row -> weeks.add(row.path("date").asString()));
        assertThat(weeks).containsExactly("2025-08-17", "2025-08-19");
        assertThat(rows(PATH + "/panel?format=ndjson&from=2025-08&to=2025-10&step=month").stream()
                        .map(row -> row.path("date").asString())
                        .distinct()
                        .sorted())
                .containsExactly("2025-08-31", "2025-09-30", "2025-10-31");
        assertThat(rows(PATH + "/panel?format=ndjson").getFirst().path("date").asString())
                .isGreaterThanOrEqualTo("2025-08-10");
    }

    @Test
    void whatAPanelCannotBeIsSaidInWords() {
        Map<String, String> refused = Map.of(
                "step=year", "must be day, week or month",
                "from=15.8.2025", "must be a day, month or year: 2025-08-15, 2025-08 or 2025",
                "to=2025-02-30", "must be a day, month or year: 2025-08-15, 2025-08 or 2025",
                "from=2025-08-20&to=2025-08-10", "must not be before from, 2025-08-20",
                "from=0001&to=9999",
                        "gives more than 1000000 rows over these days: take a longer step, or a later from or an earlier to");
        refused.forEach((query, words) -> {
            ArchiveFixture.Response answer = archive.get(PATH + "/panel?" + query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.json().at("/errors/0/detail").asString()).isEqualTo(words);
        });
        assertThat(archive.get("/api/panel").status()).isEqualTo(400);
        assertThat(archive.get("/api/panel?from=0001&to=9999").status()).isEqualTo(400);
    }

    @Test
    void allNegotiationsTogetherAreEachOfThem() {
        for (String table : List.of("table", "edges", "panel")) {
            String from = table.equals("panel") ? "&from=2025-08-10&to=2025-08-20" : "";
            List<JsonNode> all = rows("/api/" + table + "?format=ndjson" + from);
            assertThat(all.stream()
                            .filter(row -> row.path("negotiation").asString().equals(AlaskaStory.NEGOTIATION)))
                    .containsExactlyElementsOf(rows(PATH + "/" + table + "?format=ndjson" + from));
            assertThat(all)
                    .extracting(row -> row.path("negotiation").asString())
                    .isSorted();
        }
    }

    @Test
    void aCountIsARangeWhereSomethingIsInDoubt() {
        JsonNode understanding = archive.get(PATH + "/count?kind=understanding").json();
        assertThat(understanding.path("low").asInt()).isZero();
        assertThat(understanding.path("high").asInt()).isEqualTo(1);
        assertThat(understanding.at("/unsure/0/matter").asString()).isEqualTo("understanding/land");
        assertThat(understanding.at("/unsure/0/because/0").asString()).isEqualTo("DISPUTED");
        assertThat(understanding.at("/unsure/0/developments/0").asString())
                .isEqualTo(TestLedger.id(AlaskaStory.NEGOTIATION + "claimed").toString());
        JsonNode rejected = archive.get(PATH + "/count?kind=ceasefire&status=REJECTED&party=RUS")
                .json();
        assertThat(rejected.path("low").asInt()).isEqualTo(1);
        assertThat(rejected.path("sure").path(0).asString()).isEqualTo("ceasefire/alaska");
        assertThat(archive.get(PATH + "/count?form=BACKSTOP").json().path("low").asInt())
                .isEqualTo(1);
        for (String wrong : List.of("kind=truce", "status=LOST", "form=ROUND", "party=FRA", "party=x")) {
            assertThat(archive.get(PATH + "/count?" + wrong).status()).as(wrong).isEqualTo(400);
        }
    }

    @Test
    void theNetworkLinksThoseWhoAreNamedTogether() {
        JsonNode network = archive.get(PATH + "/network").json();
        assertThat(network.path("parties").findValuesAsString("party")).contains("USA", "RUS", "UKR", "VOX");
        JsonNode link = network.path("links")
                .valueStream()
                .filter(each -> each.path("source").asString().equals("RUS")
                        && each.path("target").asString().equals("USA"))
                .findFirst()
                .orElseThrow();
        assertThat(link.path("weight").asInt()).isEqualTo(2);
        assertThat(link.at("/kinds/understanding").asInt()).isEqualTo(1);
        ArchiveFixture.Response graph = archive.get(PATH + "/network?format=graphml");
        assertThat(graph.header("Content-Type")).startsWith("application/graphml+xml");
        assertThat(graph.body())
                .contains("<edge source=\"RUS\" target=\"USA\"><data key=\"weight\">2</data>")
                .contains("<data key=\"name\">Russia</data>");
        assertThat(archive.get(PATH + "/network?format=dot").status()).isEqualTo(400);
    }

    @Test
    void theSchemaDescribesTheColumns() {
        for (String table : List.of("table", "edges", "panel")) {
            String header =
                    archive.get(PATH + "/" + table).body().lines().findFirst().orElseThrow();
            JsonNode schema = archive.get(PATH + "/" + table + "/schema").json();
            assertThat(String.join(
                            ",",
                            schema.path("fields")
                                    .valueStream()
                                    .map(field -> field.path("name").asString())
                                    .toList()))
                    .isEqualTo(header);
            assertThat(archive.get("/api/" + table + "/schema").json()).isEqualTo(schema);
        }
        assertThat(archive.get("/api/rows/schema").status()).isEqualTo(404);
        JsonNode files = archive.get(PATH + "/datapackage.json").json();
        assertThat(files.at("/resources/0/path").asString()).isEqualTo(AlaskaStory.NEGOTIATION + "-table.csv");
        assertThat(archive.get("/api/datapackage.json").json().path("resources"))
                .hasSize(3);
        assertThat(archive.get("/api/negotiations/nothing/datapackage.json").status())
                .isEqualTo(404);
    }

    @Test
    void everyValueIsAsTheSchemaSays() {
        for (String table : List.of("table", "edges", "panel")) {
            JsonNode schema = archive.get(PATH + "/" + table + "/schema").json();
            List<JsonNode> rows = rows(PATH + "/" + table + "?format=ndjson");
            for (JsonNode field : schema.path("fields")) {
                String name = field.path("name").asString();
                List<String> only = field.at("/constraints/enum")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList();
                for (JsonNode row : rows) {
                    JsonNode value = row.path(name);
                    if (field.at("/constraints/required").asBoolean()) {
                        assertThat(value.isNull()).as(name).isFalse();
                    }
                    if (!only.isEmpty() && !value.isNull()) {
                        assertThat(only).as(name).contains(value.asString());
                    }
                    if (field.at("/constraints").has("pattern") && !value.isNull()) {
                        assertThat(value.asString())
                                .matches(field.at("/constraints/pattern").asString());
                    }
                }
            }
        }
    }

    @Test
    void theCodebookIsJsonOrMarkdown() {
        JsonNode codebook = archive.get("/api/codebook").json();
        assertThat(codebook.path("tables").findValuesAsString("name")).contains("table", "edges", "panel");
        ArchiveFixture.Response page = archive.get("/codebook", Map.of("Accept", "text/markdown"));
        assertThat(page.header("Content-Type")).startsWith("text/markdown");
        assertThat(page.body()).startsWith("# Codebook").contains("| `status_after` |");
    }
}
