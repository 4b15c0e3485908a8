package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.cli.ExportFixture.run;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.cli.ExportFixture.Output;
import org.parley.contract.CanonicalJson;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.contract.proof.SigningKey;
import org.parley.contract.proof.TrailLine;
import org.parley.contract.state.StateJson;
import org.parley.domain.state.NegotiationHistory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Verification detects every kind of change to an export and names the position. */
class VerifyCommandTest {
    private static final int SEEDS = 60;

    @TempDir
    private Path folder;

    private ExportFixture export;
    private List<String> lines;

    @BeforeEach
    void export() {
        export = new ExportFixture(folder);
        lines = ExportFixture.lines();
    }

    /** The findings of a failed verification as kind and position. */
    private List<String> findings(String... options) {
        JsonNode json =
                Json.MAPPER.readTree(verified(ParleyCommand.REFUSED, options).out());
        assertThat(json.path("ok").asBoolean()).isFalse();
        return json.path("problems")
                .valueStream()
                .map(problem -> problem.path("problem").asString() + " "
                        + problem.path("position").asString("-"))
                .toList();
    }

    private Output verified(int code, String... options) {
        String[] all = new String[options.length + 3];
        all[0] = "verify";
        all[1] = export.file.toString();
        all[2] = "--json";
        System.arraycopy(options, 0, all, 3, options.length);
        Output output = run(all);
        assertThat(output.code()).as(output.out() + output.err()).isEqualTo(code);
        return output;
    }

    @Test
    void unchangedExportIsVerified() {
        JsonNode json = Json.MAPPER.readTree(verified(0).out());
        assertThat(json.path("ok").asBoolean()).isTrue();
        assertThat(json.path("size").asInt()).isEqualTo(lines.size());
        assertThat(json.path("negotiation").asString()).isEqualTo(ExportFixture.NEGOTIATION);
        NegotiationHistory history = ExportFixture.ledger().history();
        Instant now = Instant.now();
        assertThat(json.path("contentHash").asString())
                .isEqualTo(StateJson.of(history.state(now, now))
                        .path("contentHash")
                        .asString());
        assertThat(run("verify", export.file.toString()).out())
                .contains("OK: the export is what was signed.")
                .contains("make sure that it is the right one");
    }

    /**
     * Changes a letter within a string, so that the line stays well-formed JSON and only digest or leaves show the
     * change.
     */
    private String altered(String line, Random random) {
        ObjectNode json = (ObjectNode) Json.MAPPER.readTree(line);
        List<String> fields = List.of("editor", "correlationid", "type", "time", "subject", "id");
        String field = fields.get(random.nextInt(fields.size()));
        String value = json.path(field).asString();
        int at = line.indexOf("\"" + field + "\":\"") + field.length() + 4 + random.nextInt(value.length());
        char other = line.charAt(at) == '5' ? '6' : '5';
        return line.substring(0, at) + other + line.substring(at + 1);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void changedByteIsDetected(boolean leaves) {
        if (leaves) {
            export.leaves();
        }
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            List<String> changed = ExportFixture.lines();
            int position = 1 + random.nextInt(changed.size());
            changed.set(position - 1, altered(changed.get(position - 1), random));
            export.write(changed);
            assertThat(findings()).as("seed %d", seed).containsExactly("ALTERED " + position);
        }
    }

    @Test
    void changeOfAnyByteOfALineIsDetected() {
        String line = lines.get(5);
        for (int at = 0; at < line.length(); at += 3) {
            List<String> changed = ExportFixture.lines();
            changed.set(5, line.substring(0, at) + (line.charAt(at) == 'x' ? 'y' : 'x') + line.substring(at + 1));
            export.write(changed);
            assertThat(findings()).as("byte %d", at).containsExactly("ALTERED 6");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void removedLineIsDetected(boolean leaves) {
        if (leaves) {
            export.leaves();
        }
        for (int position = 1; position <= lines.size(); position++) {
            List<String> changed = ExportFixture.lines();
            changed.remove(position - 1);
            export.write(changed);
            assertThat(findings()).containsExactly("DROPPED " + position);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void swappedLinesAreDetected(boolean leaves) {
        if (leaves) {
            export.leaves();
        }
        for (long seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            int one = 1 + random.nextInt(lines.size() - 1);
            int other = one + 1 + random.nextInt(lines.size() - one);
            List<String> changed = ExportFixture.lines();
            Collections.swap(changed, one - 1, other - 1);
            export.write(changed);
            assertThat(findings())
                    .as("%d and %d", one, other)
                    .isNotEmpty()
                    .allMatch(finding -> finding.startsWith("REORDERED "))
                    .containsAnyOf("REORDERED " + one, "REORDERED " + other);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void appendedEntryIsNotCovered(boolean leaves) {
        if (leaves) {
            export.leaves();
        }
        PublishedEvent more = ExportFixture.ledger()
                .log(
                        "more",
                        "{'command':'SuspendTalks','occurred':'2025-08-12','evidence':{'sources':"
                                + "[{'publisher':'TASS','title':'A rumour'}]}}");
        lines.add(new String(TrailLine.of(more), StandardCharsets.UTF_8));
        export.write(lines);
        assertThat(findings()).containsExactly("UNCOVERED 15");
        assertThat(verified(0, "--allow-uncovered").code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void insertedLineIsDetected(boolean leaves) {
        if (leaves) {
            export.leaves();
        }
        lines.add(4, lines.get(4));
        export.write(lines);
        assertThat(findings()).hasSize(1).allMatch(finding -> finding.equals("INSERTED 5"));
        lines.set(4, "{}");
        export.write(lines);
        assertThat(findings()).containsExactly("INSERTED 4");
    }

    @Test
    void forgeryWithRecomputedDigestIsDetectedAndLocatedByLeaves() {
        List<PublishedEvent> events = ExportFixture.events();
        PublishedEvent true6 = events.get(5);
        PublishedEvent forged = new PublishedEvent(
                        true6.developmentId(),
                        true6.type(),
                        true6.subject(),
                        true6.position(),
                        true6.sequence(),
                        true6.recordedAt(),
                        "somebody else",
                        true6.correlationId(),
                        true6.causationId(),
                        true6.occurred(),
                        true6.data())
                .canonical();
        lines.set(5, new String(TrailLine.of(forged), StandardCharsets.UTF_8));
        export.write(lines);
        assertThat(findings()).containsExactly("DIFFERENT -");
        export.checkpoint(".earlier", 5);
        export.checkpoint(".later", 6);
        assertThat(findings(
                        "--checkpoint", export.file + ".earlier",
                        "--checkpoint", export.file + ".later",
                        "--checkpoint", export.file + ".checkpoint"))
                .containsExactly("DIFFERENT 6");
        export.leaves();
        assertThat(findings()).containsExactly("ALTERED 6");
    }

    /** Removes a line and renumbers those after it. */
    private static List<String> closedUp(int dropped, boolean carefully) {
        List<String> closed = new ArrayList<>();
        for (PublishedEvent event : ExportFixture.events()) {
            if (event.position() < dropped) {
                closed.add(new String(TrailLine.of(event), StandardCharsets.UTF_8));
            } else if (event.position() > dropped) {
                ObjectNode line = (carefully ? event.withPosition(event.position() - 1) : event).structured();
                line.put("position", event.position() - 1);
                closed.add(new String(CanonicalJson.of(line), StandardCharsets.UTF_8));
            }
        }
        return closed;
    }

    @Test
    void renumberingDoesNotHideARemovedLine() {
        for (int dropped = 1; dropped < lines.size(); dropped++) {
            export.write(closedUp(dropped, false));
            assertThat(new TreeSet<>(findings()))
                    .as("without leaves, by the digests")
                    .containsExactly("DROPPED " + dropped, "RENUMBERED " + (dropped + 1));
        }
        export.leaves();
        for (int dropped = 1; dropped < lines.size(); dropped++) {
            for (boolean carefully : new boolean[] {false, true}) {
                export.write(closedUp(dropped, carefully));
                assertThat(new TreeSet<>(findings()))
                        .as("with leaves, digests recomputed: %s", carefully)
                        .containsExactly("DROPPED " + dropped, "RENUMBERED " + (dropped + 1));
            }
        }
    }

    @Test
    void forgeryWithoutLeavesIsNotMisclassified() {
        export.write(closedUp(5, true));
        assertThat(findings()).containsExactly("DROPPED " + lines.size());
        assertThat(run("verify", export.file.toString()).out()).contains("a list of leaves would tell");
    }

    @Test
    void renumberingThatOpensAGapIsDetected() {
        export.leaves();
        List<String> wider = new ArrayList<>(lines.subList(0, 4));
        wider.add(new String(TrailLine.of(ExportFixture.events().get(8).withPosition(5)), StandardCharsets.UTF_8));
        ExportFixture.events().stream()
                .skip(4)
                .map(event ->
                        new String(TrailLine.of(event.withPosition(event.position() + 1)), StandardCharsets.UTF_8))
                .forEach(wider::add);
        export.write(wider);
        assertThat(findings()).contains("RENUMBERED 5").noneMatch(finding -> finding.startsWith("DROPPED"));
    }

    @Test
    void forgedLeavesAreIgnored() {
        export.leaves();
        export.text(".leaves", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\n");
        lines.set(5, altered(lines.get(5), new Random(1)));
        export.write(lines);
        assertThat(findings()).contains("ALTERED 6", "NOT_SIGNED -");
    }

    @Test
    void signatureOfAnotherKeyIsRefused() {
        Output output = run(
                "verify",
                export.file.toString(),
                "--key",
                SigningKey.generate("parley").verifier().toString());
        assertThat(output.code()).isEqualTo(1);
        assertThat(output.out()).contains("NOT_SIGNED").contains("FAILED");
    }

    @Test
    void wrongUsageNamesWhatIsMissing() {
        assertThat(run("verify").code()).isEqualTo(2);
        assertThat(run("verify", "nowhere.ndjson").code()).isEqualTo(2);
        assertThat(run("verify", "nowhere.ndjson").err()).contains("--key").doesNotContain("\tat ");
        assertThat(run(
                        "verify",
                        "nowhere.ndjson",
                        "--key",
                        ExportFixture.KEY.verifier().toString(),
                        "--checkpoint",
                        export.file + ".checkpoint"))
                .matches(output -> output.code() == 1 && output.err().contains("there is no file nowhere.ndjson"));
        assertThat(run("nonsense").code()).isEqualTo(2);
        assertThat(run("verify", export.file.toString(), "--key", "parley+00000000+AAAA")
                        .code())
                .isEqualTo(2);
    }
}
