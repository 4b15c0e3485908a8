package org.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.acceptance.environment.ComposeEnvironment;
import org.parley.acceptance.environment.DeskClient;
import org.parley.acceptance.environment.MigratedNewsroom;
import org.parley.acceptance.environment.NegotiationExport;
import org.parley.acceptance.environment.Projections;
import org.parley.acceptance.environment.SharedCompose;
import org.parley.contract.Json;
import tools.jackson.databind.JsonNode;

/**
 * The tour of docs/operators/services.md against the services in containers, which start with the data of a newsroom;
 * then the restore of an older database backup.
 */
@ExtendWith(SharedCompose.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@Order(1)
class ComposeTourIT {
    private static final String STATE = "/api/negotiations/ukraine-2025";
    private static final Duration RECOVERY = Duration.ofSeconds(120);

    private final ComposeEnvironment compose;
    private final DeskClient desk;
    private long recorded;

    ComposeTourIT(ComposeEnvironment compose) {
        this.compose = compose;
        this.desk = compose.desk();
    }

    /** A command for the dossier's negotiation, with a new id. */
    private static String command(String command, String fields) {
        return """
                {"command":"%s","negotiation":"ukraine-2025","developmentId":"%s",%s,
                 "evidence":{"sources":[{"publisher":"Example Press","title":"Report"}],"grade":"C3"}}""".formatted(command, UUID.randomUUID(), fields);
    }

    private String accepted(String command) {
        var answer = desk.command(command);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        recorded++;
        return id(answer.body());
    }

    /**
     * Sends a command repeatedly until it is recorded.
     *
     * @return the development's id
     */
    private String acceptedAtLast(String command) {
        await().atMost(RECOVERY)
                .ignoreExceptions()
                .until(() -> desk.command(command).statusCode() / 100 == 2);
        recorded++;
        return id(command);
    }

    /** The development id in a command or in its response. */
    private static String id(String json) {
        return Json.MAPPER.readTree(json).path("developmentId").asString();
    }

    /** An alleged violation, which can be recorded any number of times while the ceasefire is in force. */
    private String alleged(int day) {
        return command(
                "AllegeViolation",
                "\"matter\":\"tour\",\"occurred\":\"2025-10-%02d\",\"by\":\"UKR\",\"against\":\"RUS\"".formatted(day));
    }

    private JsonNode awaitReadable(String developmentId) {
        return await().atMost(RECOVERY)
                .ignoreExceptions()
                .until(() -> desk.json(STATE + "?after-development=" + developmentId), state -> true);
    }

    /** Compares bytes, because the checkpoints that newsroom signed must still verify. */
    @Test
    @Order(1)
    void dataOfNewsroomIsUnchanged() {
        MigratedNewsroom newsroom = compose.moved()
                .orElseGet(() -> Assumptions.abort("The services are those of an earlier run (parley.test.keep)"));
        JsonNode state = awaitReadable(id(newsroom.command()));
        recorded = newsroom.export().lines().lines().count();
        assertThat(state.path("through").asLong()).isEqualTo(recorded);
        assertThat(state.path("contentHash").asString()).isEqualTo(newsroom.state());
        NegotiationExport here = NegotiationExport.of(desk, "ukraine-2025");
        assertThat(here.lines()).isEqualTo(newsroom.export().lines());
        assertThat(here.key()).isEqualTo(newsroom.export().key());
        assertThat(new NegotiationExport(
                                "ukraine-2025", here.lines(), newsroom.export().checkpoint(), here.key())
                        .verify())
                .isEqualTo(newsroom.state());
        assertThat(desk.command(newsroom.command()).statusCode()).isEqualTo(200);
        assertThat(desk.json(STATE + "?asOf=2025-08-15").at("/matters").valueStream())
                .anyMatch(matter -> matter.path("kind").asString().equals("ceasefire")
                        && matter.path("status").asString().equals("REJECTED"));
    }

    @Test
    @Order(2)
    void logsRefusesCorrectsAndTravelsInTime() {
        accepted(command("ProposeCeasefire", """
                "matter":"tour","title":"A truce","occurred":"2025-09-01","by":"USA","consentOf":["RUS","UKR"]"""));
        String rejected = accepted(command("RejectCeasefire", """
                "matter":"tour","occurred":"2025-09-02","by":"RUS\""""));
        var again = desk.command(command("RejectCeasefire", """
                "matter":"tour","occurred":"2025-09-03","by":"RUS\""""));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode before = awaitReadable(rejected);
        Instant then = Instant.parse(
                desk.json("/api/developments/" + rejected).path("recordedAt").asString());

        String correction = accepted("""
                {"command":"CorrectDevelopment","negotiation":"ukraine-2025","target":"%s","reason":"It was the day after",
                 "replacement":{"command":"RejectCeasefire","occurred":"2025-09-04","by":"RUS"}}""".formatted(rejected));
        JsonNode after = awaitReadable(correction);
        assertThat(after.path("contentHash")).isNotEqualTo(before.path("contentHash"));
        assertThat(desk.json(STATE + "?knownAt=" + then).path("contentHash")).isEqualTo(before.path("contentHash"));
        assertThat(desk.json(STATE + "/diff?axis=knowledge&from=" + then)
                        .at("/changes/0/because/0")
                        .asString())
                .isEqualTo(correction);
    }

    @Test
    @Order(3)
    void onlyThePublishedAddressAnswersAndRequiresSignIn() {
        DeskClient unauthenticated = new DeskClient(desk.address(), "not the password");
        assertThat(unauthenticated.get(STATE).statusCode()).isEqualTo(401);
        assertThat(unauthenticated.get("/actuator/prometheus").statusCode()).isEqualTo(401);
        assertThat(desk.get("/sign-in").body()).startsWith("<!DOCTYPE html>");
        assertThat(desk.json("/openapi.json").path("paths").propertyNames())
                .contains("/api/commands", "/api/negotiations/{negotiation}");
        assertThat(desk.json("/schemas/CeasefireRejected.json").isObject()).isTrue();
    }

    @Test
    @Order(4)
    void correlationIdIsPropagated() {
        String proposed = command("ProposeCeasefire", """
                "matter":"traced","title":"A truce","occurred":"2025-09-05","by":"USA","consentOf":["RUS","UKR"]""");
        var answer = desk.command(proposed, "tour-7");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        recorded++;
        assertThat(answer.headers().firstValue("X-Correlation-Id")).hasValue("tour-7");
        awaitReadable(id(proposed));
        assertThat(NegotiationExport.of(desk, "ukraine-2025").events())
                .filteredOn(event -> event.path("id").asString().equals(id(proposed)))
                .extracting(event -> event.path("correlationid").asString())
                .containsExactly("tour-7");
    }

    @Test
    @Order(5)
    void rebuiltProjectionIsIdentical() {
        JsonNode before = desk.json(STATE);
        new Projections(desk).rebuildStates();
        assertThat(desk.json(STATE).path("contentHash")).isEqualTo(before.path("contentHash"));
    }

    @Test
    @Order(6)
    void lostReadModelsAreRebuiltFromKafka() {
        String hash = desk.json(STATE).path("contentHash").asString();
        compose.stop("archive");
        compose.sql("""
                do $$ declare lost text; begin
                  for lost in select nspname from pg_namespace where nspname like 'archive%' loop
                    execute format('drop schema %I cascade', lost);
                  end loop;
                end $$""");
        compose.resume();
        await().atMost(RECOVERY).ignoreExceptions().untilAsserted(() -> assertThat(
                        desk.json(STATE).path("contentHash").asString())
                .isEqualTo(hash));
    }

    /**
     * Events recorded after the backup are still on Kafka: the ledger restores them from the topic before it assigns
     * their positions again.
     */
    @Test
    @Order(7)
    void olderDatabaseBackupIsCompletedFromKafka() {
        accepted(command("DeclareCeasefire", """
                "matter":"tour","occurred":"2025-10-01","by":"RUS\""""));
        compose.stop("postgres");
        compose.backUpDatabase();
        compose.resume();
        String lost = alleged(8);
        awaitReadable(acceptedAtLast(lost));
        String hash = desk.json(STATE).path("contentHash").asString();
        compose.stop("desk", "ledger", "archive", "postgres");
        compose.restoreDatabase();
        compose.resume();

        var refused = desk.command(alleged(9));
        assertThat(refused.statusCode()).as(refused.body()).isEqualTo(503);
        assertThat(refused.body()).contains("older than what was published");
        JsonNode taken = Json.MAPPER.readTree(
                desk.post("/api/ledger/restore", "application/json", "").body());
        assertThat(taken.path("taken").asInt()).isEqualTo(1);

        await().atMost(RECOVERY)
                .ignoreExceptions()
                .until(() -> desk.command(lost).statusCode() == 200);
        assertThat(awaitReadable(id(lost)).path("contentHash").asString()).isEqualTo(hash);
        awaitReadable(acceptedAtLast(alleged(9)));
    }

    @Test
    @Order(8)
    void nothingIsLostDoubledOrReorderedAndTheExportVerifies() {
        NegotiationExport export = NegotiationExport.of(desk, "ukraine-2025");
        assertThat(export.events())
                .extracting(event -> event.path("position").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, recorded).boxed().toList());
        assertThat(export.verify())
                .isEqualTo(desk.json(STATE).path("contentHash").asString());
    }
}
