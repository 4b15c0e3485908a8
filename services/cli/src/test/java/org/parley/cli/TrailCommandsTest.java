package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.cli.ExportFixture.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.cli.ExportFixture.Output;
import org.parley.cli.trail.KnownHistory;
import org.parley.contract.Json;
import org.parley.contract.proof.TrailLine;
import org.parley.contract.state.StateJson;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

/** The commands that read a trail, on an export without a server. */
class TrailCommandsTest {
    @TempDir
    private Path folder;

    private String file;

    @BeforeEach
    void export() {
        file = new ExportFixture(folder).file.toString();
    }

    private String said(String command, String... options) {
        String[] all = new String[options.length + 4];
        all[0] = command;
        all[1] = ExportFixture.NEGOTIATION;
        all[2] = "--export";
        all[3] = file;
        System.arraycopy(options, 0, all, 4, options.length);
        Output output = run(all);
        assertThat(output.code()).as(output.err()).isZero();
        return output.out();
    }

    private JsonNode json(String command, String... options) {
        String[] all = new String[options.length + 1];
        all[0] = "--json";
        System.arraycopy(options, 0, all, 1, options.length);
        return Json.MAPPER.readTree(said(command, all));
    }

    @Test
    void stateEqualsTheFoldedState() {
        Instant asOf = Instant.parse("2025-08-15T23:59:59.999999999Z");
        assertThat(json("state", "--as-of", "2025-08-15", "--known-at", "2025-08-20"))
                .isEqualTo(Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(StateJson.of(KnownHistory.at(
                                ExportFixture.NEGOTIATION,
                                ExportFixture.events(),
                                Instant.parse("2025-08-20T23:59:59.999999999Z"))
                        .state(asOf, Instant.parse("2025-08-20T23:59:59.999999999Z"))))));
        assertThat(said("state"))
                .contains("Talks (talks-2025): OPEN since 2025-08-10")
                .containsPattern("ceasefire +alaska +REJECTED +since 2025-08-16")
                .containsPattern("sha256:[0-9a-f]{64}")
                .doesNotContain("pact");
        assertThat(said("state", "--known-at", "2025-08-15"))
                .containsPattern("agreement +pact +SIGNED")
                .containsPattern("ceasefire +alaska +REJECTED +since 2025-08-15");
    }

    @Test
    void trailListsEveryEntryWithItsStanding() {
        String trail = said("trail");
        assertThat(trail.lines()).hasSize(14);
        assertThat(trail).contains("[CORRECTED]", "[RETRACTED]");
        assertThat(said("trail", "--kind", "ceasefire", "--type", "CeasefireRejected")
                        .lines())
                .hasSize(1);
        assertThat(said("trail", "--known-at", "2025-08-15")).doesNotContain("[CORRECTED]");
        assertThat(json("trail", "--matter", "pact").path("entries")).hasSize(2);
        assertThat(json("trail", "--q", "TARIFFS")
                        .path("entries")
                        .path(0)
                        .path("standing")
                        .asString())
                .isEqualTo("EFFECTIVE");
    }

    @Test
    void namesAreThoseKnownAtTheGivenInstant() {
        TestLedger ledger = ExportFixture.ledger();
        ledger.log(
                "named",
                "{'command':'CorrectDevelopment','target':'#USA','reason':'a better name','replacement':"
                        + "{'command':'AdmitParty','party':'USA','name':'America','partyKind':'STATE'}}");
        new ExportFixture(folder)
                .write(ledger.published().stream()
                        .map(event -> new String(TrailLine.of(event), StandardCharsets.UTF_8))
                        .toList());

        assertThat(said("trail")).contains("America proposed").doesNotContain("he USA");
        assertThat(said("trail", "--known-at", "2025-08-21T12:00:00Z"))
                .contains("the USA proposed")
                .doesNotContain("America");
        assertThat(said("replay")).contains("the USA proposed");
        assertThat(said("replay", "--axis", "world")).contains("America proposed");
        assertThat(said("diff", "--axis", "world", "--from", "2025-08-12", "--to", "2025-08-14"))
                .contains("America proposed");
        assertThat(said(
                        "diff",
                        "--axis",
                        "world",
                        "--from",
                        "2025-08-12",
                        "--to",
                        "2025-08-14",
                        "--known-at",
                        "2025-08-20"))
                .contains("the USA proposed");
    }

    @Test
    void diffNamesTheCausesOfAChange() {
        String diff = said("diff", "--axis", "knowledge", "--from", "2025-08-15", "--to", "2025-08-16");
        assertThat(diff)
                .contains("ceasefire/alaska: REJECTED since 2025-08-15 → REJECTED since 2025-08-16")
                .contains("agreement/pact: SIGNED since 2025-08-15 → -")
                .contains("(position 8)", "(position 9)");
        JsonNode json = json("diff", "--axis", "world", "--from", "2025-08-13", "--to", "2025-08-16");
        assertThat(json.path("changes")).hasSize(1);
        assertThat(json.path("changes").path(0).path("because").path(0).asString())
                .isEqualTo(TestLedger.id(ExportFixture.NEGOTIATION + "rejected").toString());
        assertThat(said("diff", "--axis", "world", "--from", "2025-08-16", "--to", "2025-08-16"))
                .isEqualTo("Nothing differs." + System.lineSeparator());
        assertThat(run("diff", "x", "--export", file, "--axis", "world", "--from", "2025", "--as-of", "2025")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void replaysOnEitherAxis() {
        List<String> desk = said("replay").lines().toList();
        assertThat(desk).hasSize(14);
        assertThat(desk.get(5)).startsWith("2025-08-15T20:00Z").endsWith("[PROPOSED → REJECTED]");
        List<String> world = said("replay", "--axis", "world").lines().toList();
        assertThat(world).hasSize(11);
        assertThat(String.join("\n", world)).doesNotContain("pact");
        assertThat(said("replay", "--from", "2025-08-16", "--to", "2025-08-16").lines())
                .hasSize(2);
        assertThat(said("replay", "--json")
                        .lines()
                        .map(line -> Json.MAPPER.readTree(line).path("position").asInt()))
                .isSorted()
                .hasSize(14);
        assertThat(run("replay", "--export", file).code()).isEqualTo(2);
        assertThat(said("replay", "--speed", "999999d/s").lines()).hasSize(14);
    }

    @ParameterizedTest
    @CsvSource({"1d/s, 1000", "60x, 1440000", "12h/s, 2000", "2d/s, 500"})
    void speedDeterminesTheDurationOfADay(String speed, long millis) {
        assertThat(new ReplaySpeed.Converter().convert(speed).timeFor(Duration.ofDays(1)))
                .isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0x", "fast", "1d", "-1x", "1w/s", ""})
    void invalidSpeedIsRefused(String speed) {
        Output output = run("replay", "x", "--export", file, "--speed", speed);
        assertThat(output.code()).isEqualTo(2);
        assertThat(output.err()).contains("is not a speed");
    }

    @Test
    void failuresAreReportedInASentence() {
        assertThat(run("state", "elsewhere", "--export", file))
                .matches(output ->
                        output.code() == 1 && output.err().contains("the export is of talks-2025, not of elsewhere"));
        assertThat(run("state", "x", "--server", "http://localhost:1"))
                .matches(output -> output.code() == 1 && output.err().contains("cannot reach http://localhost:1"));
        assertThat(run("state", "x", "--server", "nowhere").code()).isEqualTo(2);
        assertThat(run("state", "x", "--export", file, "--as-of", "someday").code())
                .isEqualTo(2);
    }

    @Test
    void unknownKindOrTypeIsRefusedWithTheKnownOnes() {
        assertThat(run("trail", ExportFixture.NEGOTIATION, "--export", file, "--kind", "ceasefires"))
                .matches(output -> output.code() == 2
                        && output.err().contains("there is no kind of matter 'ceasefires'")
                        && output.err().contains("meeting, ceasefire, warning"));
        assertThat(run("trail", ExportFixture.NEGOTIATION, "--export", file, "--type", "Rejected"))
                .matches(output -> output.code() == 2 && output.err().contains("CeasefireRejected"));
    }

    @Test
    void failuresAreJsonWithTheJsonOption() {
        for (String[] arguments : new String[][] {
            {"state", "elsewhere", "--export", file, "--json"},
            {"trail", ExportFixture.NEGOTIATION, "--json", "--export", file, "--kind", "ceasefires"},
            {"state", "x", "--json", "--as-of", "someday"},
            {"state", "--json"},
            {"nonsense", "--json"},
            {"state", "x", "--json", "--server", "http://localhost:1"},
            {"verify", "nowhere.ndjson", "--json"}
        }) {
            Output output = run(arguments);
            JsonNode problem = Json.MAPPER.readTree(output.err());
            assertThat(problem.path("detail").asString()).isNotBlank();
            assertThat(problem.path("title").asString()).isNotBlank();
            assertThat(problem.path("exitCode").asInt()).isEqualTo(output.code());
            assertThat(output.out()).isEmpty();
        }
    }
}
