package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.newsroom.ApiDocument.Operation;
import org.parley.testkit.ApiClient;
import tools.jackson.databind.JsonNode;

/** {@code /openapi.json} describes all operations and their responses. */
@ExtendWith(SharedNewsroom.class)
class ApiDocumentTest {
    private final RunningNewsroom newsroom;
    private final ApiDocument document;

    ApiDocumentTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
        this.document = ApiDocument.of(newsroom);
    }

    @Test
    void everyOperationIsFullyDescribed() {
        assertThat(document.operations()).hasSizeGreaterThan(25);
        assertThat(document.operations()
                        .map(operation -> operation.json().path("operationId").asString()))
                .doesNotHaveDuplicates();
        assertThat(document.operations()).allSatisfy(operation -> {
            assertThat(operation.json().path("operationId").asString()).isNotBlank();
            assertThat(operation.json().path("summary").asString(""))
                    .as(operation.name())
                    .isNotBlank();
            assertThat(operation.json().path("security")).as(operation.name()).isNotEmpty();
            for (int problem : new int[] {400, 401, 403, 404, 429, 500, 503}) {
                assertThat(document.resolved(operation.response(problem)).at("/content/application~1problem+json"))
                        .as("%s, %d", operation.name(), problem)
                        .isNotEmpty();
            }
            List<JsonNode> good = operation
                    .json()
                    .path("responses")
                    .propertyStream()
                    .filter(response -> response.getKey().startsWith("2"))
                    .flatMap(response -> response.getValue().path("content").valueStream())
                    .toList();
            assertThat(good).as(operation.name()).allSatisfy(content -> {
                JsonNode schema = document.resolved(content.path("schema"));
                assertThat(schema).as(operation.name()).isNotEmpty();
                assertThat(schema.path("format").asString("")).isNotEqualTo("byte");
            });
        });
    }

    @Test
    void dryRunIsDescribedOnlyWhereItIsSupported() {
        Operation command = document.operation("POST /api/commands");
        assertThat(command.response(201).isMissingNode()).isFalse();
        for (int problem : new int[] {409, 412, 413, 415}) {
            assertThat(command.response(problem).isMissingNode()).isFalse();
        }
        assertThat(command.json()
                        .path("parameters")
                        .valueStream()
                        .filter(parameter -> parameter.path("name").asString().equals("dryRun")))
                .singleElement()
                .satisfies(parameter -> {
                    assertThat(parameter.path("required").asBoolean(false)).isFalse();
                    assertThat(parameter.at("/schema/type").asString()).isEqualTo("boolean");
                });
        assertThat(document.operation("POST /api/commands/batch").parameters()).containsExactly("dryRun", "together");
    }

    @Test
    void theLanguageIsDescribed() {
        assertThat(document.json()
                        .at("/components/parameters/AcceptLanguage/name")
                        .asString())
                .isEqualTo("Accept-Language");
        assertThat(document.operations())
                .allSatisfy(operation -> assertThat(operation.json().path("parameters"))
                        .as(operation.name())
                        .anyMatch(parameter -> parameter.path("$ref").asString().endsWith("/AcceptLanguage")));
    }

    @Test
    void streamIsDescribed() {
        Operation stream = document.operation("GET /api/stream");
        assertThat(stream.response(200).path("content").propertyNames()).containsExactly("text/event-stream");
        assertThat(stream.parameters()).contains("negotiation", "kind", "type", "party", "from", "Last-Event-ID");
    }

    @Test
    void securityIsDescribed() {
        assertThat(document.json().at("/components/securitySchemes").propertyNames())
                .contains("basic", "bearer");
        assertThat(document.operation("GET /api/negotiations")
                        .json()
                        .path("security")
                        .path(0))
                .isEmpty();
        assertThat(document.operation("POST /api/commands").json().path("security"))
                .allSatisfy(way -> assertThat(way).isNotEmpty());
    }

    @Test
    void responsesOfQueriesMatchTheDescription() {
        String n = "/api/negotiations/{negotiation}";
        Stream.of(
                        "/api/negotiations",
                        "/api/negotiations?limit=1",
                        n,
                        n + "?asOf=2025-08-14",
                        n + "/matters/{kind}/{matter}=/matters/ceasefire/alaska",
                        n + "/matters/{kind}/{matter}=/matters/ceasefire/nothing",
                        n + "/diff?axis=world&from=2025-08-14&to=2025-08-20",
                        n + "/diff",
                        n + "/trail",
                        n + "/trail?limit=500",
                        n + "/trail/facets",
                        n + "/calendar",
                        n + "/names",
                        n + "/names?matter=ceasefire/alaska",
                        n + "/alerts?asOf=2026-06-30&within=60",
                        n + "/alerts?within=x",
                        n + "/overview?top=2",
                        n + "/network",
                        n + "/network?format=x",
                        n + "/count?kind=agreement",
                        n + "/count?kind=x",
                        n + "/panel?step=x",
                        n + "/datapackage.json",
                        "/api/datapackage.json",
                        "/api/codebook",
                        n + "/matters?limit=3",
                        n + "/matters?kind=x",
                        n + "/proofs/inclusion?position=3&size=20",
                        n + "/proofs/consistency?from=3&to=20",
                        "/api/projections",
                        "/api/projections/{name}=trail",
                        "/schemas",
                        "/schemas?whatever=1")
                .forEach(this::assertResponseMatches);
        document.describes("GET /api/{table}/schema", newsroom.anonymous().get("/api/edges/schema"));
        document.describes(
                "GET " + n + "/{table}/schema",
                newsroom.anonymous().get("/api/negotiations/ukraine-2025/table/schema"));
        String id = newsroom.anonymous()
                .get("/api/negotiations/ukraine-2025/trail?type=CeasefireRejected&limit=1")
                .json()
                .at("/entries/0/developmentId")
                .asString();
        document.describes("GET /api/developments/{id}", newsroom.anonymous().get("/api/developments/" + id));
        for (String path : new String[] {"/api/accounts", "/api/tokens", "/api/ledger/unverified"}) {
            document.describes("GET " + path, newsroom.chief().get(path));
            document.describes("GET " + path, newsroom.anonymous().get(path));
        }
    }

    /** Checks a path as described; '=' gives the value of a path variable other than the dossier. */
    private void assertResponseMatches(String asked) {
        String described = asked.replaceFirst("[?].*", "").replaceFirst("(\\})=.*", "$1");
        String path = asked.replaceFirst("/matters/\\{kind\\}/\\{matter\\}=", "")
                .replaceFirst("\\{name\\}=", "")
                .replace("{negotiation}", "ukraine-2025");
        document.describes("GET " + described, newsroom.anonymous().get(path));
    }

    @Test
    void responsesOfCommandsMatchTheDescription() {
        TestNegotiation talks = TestNegotiation.open(newsroom);
        ApiClient editor = talks.editor();
        String command = talks.json("{'developmentId':'" + UUID.randomUUID()
                + "','command':'ProposeCeasefire','matter':'truce','occurred':'2025-08-10','by':'UPL','consentOf':['LOW'],"
                + "'evidence':{'sources':[{'publisher':'P','title':'T'}]}}");
        String asked = "POST /api/commands";
        document.describes(asked, editor.dryRun(command));
        document.describes(asked, editor.command(command));
        document.describes(asked, editor.command(command));
        document.describes(asked, editor.dryRun(command));
        document.describes(asked, editor.command(command, "If-Match", "\"9\""));
        document.describes(
                asked,
                editor.command(talks.json("{'command':'EndCeasefire','matter':'truce','occurred':'2025-08-20'}")));
        document.describes(asked, editor.command("{}"));
        document.describes(asked, newsroom.anonymous().command(command));
        document.describes(asked, editor.post("/api/commands?dryrun=true", ApiClient.JSON, command));
        document.describes(asked, editor.post("/api/commands", "text/plain", command));
    }

    @Test
    void unknownParameterIsRefusedByEveryOperation() {
        document.operations()
                .filter(operation -> operation.name().contains(" /api/"))
                .forEach(operation -> {
                    String path = operation.name().replaceFirst(".* ", "").replaceAll("\\{[a-z]+\\}", "1");
                    String method = operation.name().replaceFirst(" .*", "");
                    String type = path.endsWith("/batch") ? ApiClient.NDJSON : ApiClient.JSON;
                    var refused = newsroom.chief()
                            .send(
                                    method,
                                    path + "?knownat=2025",
                                    type,
                                    java.net.http.HttpRequest.BodyPublishers.ofString("{}"));
                    assertThat(refused.status())
                            .as("%s: %s", operation.name(), refused.body())
                            .isEqualTo(400);
                    assertThat(refused.json().path("parameters").valueStream().map(JsonNode::asString))
                            .as(operation.name())
                            .containsExactlyInAnyOrderElementsOf(operation
                                    .json()
                                    .path("parameters")
                                    .valueStream()
                                    .filter(parameter ->
                                            parameter.path("in").asString().equals("query"))
                                    .map(parameter -> parameter.path("name").asString())
                                    .toList());
                });
    }

    @Test
    void pagesIgnoreUnknownParameters() {
        assertThat(newsroom.anonymous().get("/n/ukraine-2025?utm_source=letter").status())
                .isEqualTo(200);
    }

    @Test
    void errorsUnderTheApiAreProblemsEvenForABrowser() {
        for (String path :
                new String[] {"/api//negotiations", "/api/nothing", "/api/negotiations/nothing", "/api/a%2fb"}) {
            var refused = newsroom.anonymous().get(path, "Accept", "text/html");
            assertThat(refused.header("Content-Type")).as(path).isEqualTo("application/problem+json");
            assertThat(refused.json().propertyNames()).contains("type", "title", "status", "detail", "instance");
        }
    }
}
