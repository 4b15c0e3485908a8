package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.contract.CanonicalJson;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.contract.kafka.KafkaEventRecords;
import org.parley.contract.proof.ConsistencyProof;
import org.parley.contract.proof.InclusionProof;
import org.parley.contract.proof.MerkleFrontier;
import org.parley.contract.proof.SignedNote;
import org.parley.contract.proof.TrailCheckpoint;
import org.parley.contract.proof.TreeHash;
import org.parley.contract.proof.VerifierKey;
import org.parley.testkit.TestSealKeys;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Verifies the trail from nothing but the answers of the archive. */
class ProofQueryTest {
    private static final String PATH = "/api/negotiations/" + AlaskaStory.NEGOTIATION;
    private static final int SIZE = 20;

    private final ArchiveFixture archive = AlaskaStory.archive();

    private List<String> export() {
        return archive.get(PATH + "/export?format=ndjson").body().lines().toList();
    }

    private TrailCheckpoint checkpoint(String query) {
        SignedNote note =
                SignedNote.parse(archive.get(PATH + "/checkpoint" + query).body());
        VerifierKey key = VerifierKey.parse(archive.get("/api/log-key").body().strip());
        assertThat(key.hasSigned(note)).isTrue();
        return TrailCheckpoint.parse(note.text());
    }

    private static TreeHash leaf(String line) {
        return TreeHash.ofLeaf(line.getBytes(StandardCharsets.UTF_8));
    }

    private static List<TreeHash> hashes(JsonNode proof) {
        return proof.path("hashes")
                .valueStream()
                .map(hash -> TreeHash.parse(hash.asString()))
                .toList();
    }

    @Test
    void exportEqualsTopicLineByLine() {
        List<PublishedEvent> events = AlaskaStory.ledger().published();
        List<String> lines = export();
        assertThat(lines).hasSize(events.size()).hasSize(SIZE);
        for (int i = 0; i < lines.size(); i++) {
            ObjectNode expected = structured(KafkaEventRecords.write("any", 3, events.get(i), TestSealKeys.KEY));
            assertThat(expected.remove("seal"))
                    .as("a header without a place in the event")
                    .isNotNull();
            expected.put("position", i + 1);
            assertThat(lines.get(i)).isEqualTo(new String(CanonicalJson.of(expected), StandardCharsets.UTF_8));
        }
    }

    /** A record in the binary mode of CloudEvents as one JSON object. */
    private static ObjectNode structured(ProducerRecord<byte[], byte[]> published) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        published.headers().forEach(header -> {
            String value = new String(header.value(), StandardCharsets.UTF_8);
            json.put(
                    header.key().equals("content-type")
                            ? "datacontenttype"
                            : header.key().replaceFirst("^ce_", ""),
                    value);
        });
        json.set("data", Json.MAPPER.readTree(published.value()));
        return json;
    }

    @Test
    void exportIsAFile() {
        ArchiveFixture.Response answer = archive.get(PATH + "/export");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith("application/x-ndjson");
        assertThat(answer.header("Content-Disposition")).contains("ukraine-2025-export.ndjson");
        assertThat(answer.body()).endsWith("}\n");
    }

    @Test
    void csvExportEqualsTrail() {
        ArchiveFixture.Response answer = archive.get(PATH + "/export?format=csv");
        assertThat(answer.header("Content-Type")).startsWith("text/csv");
        assertThat(answer.body())
                .isEqualTo(archive.get(PATH + "/trail", Map.of("Accept", "text/csv"))
                        .body());
    }

    @Test
    void formatPrecedesAcceptHeader() {
        String csv = archive.get(PATH + "/export?format=csv").body();
        String ndjson = archive.get(PATH + "/export?format=ndjson").body();
        assertThat(archive.get(PATH + "/export", Map.of("Accept", "text/csv")).body())
                .isEqualTo(csv);
        assertThat(archive.get(PATH + "/export", Map.of("Accept", "application/x-ndjson"))
                        .body())
                .isEqualTo(ndjson);
        assertThat(archive.get(PATH + "/export", Map.of("Accept", "*/*")).body())
                .isEqualTo(ndjson);
        ArchiveFixture.Response named = archive.get(PATH + "/export?format=ndjson", Map.of("Accept", "text/csv"));
        assertThat(named.body()).isEqualTo(ndjson);
        assertThat(named.header("Vary")).containsIgnoringCase("Accept");
    }

    @Test
    void knownAtSelectsFirstLines() {
        List<String> then =
                archive.get(PATH + "/export?knownAt=2025-08-16").body().lines().toList();
        assertThat(then).hasSize(7).isEqualTo(export().subList(0, 7));
        MerkleFrontier tree = new MerkleFrontier();
        then.forEach(line -> tree.add(leaf(line)));
        assertThat(checkpoint("?size=7").root()).isEqualTo(tree.root());
        assertThat(archive.get(PATH + "/export?knownAt=2025-08-11").body()).isEmpty();
        assertThat(archive.get(PATH + "/export?knownAt=2099").body().lines()).hasSize(SIZE);
    }

    @Test
    void csvExportTakesBothInstants() {
        for (String question : List.of("knownAt=2025-08-16", "asOf=2025-08-14", "asOf=2025-08-14&knownAt=2025-08-17")) {
            String table = archive.get(PATH + "/export?format=csv&" + question).body();
            assertThat(table)
                    .isEqualTo(archive.get(PATH + "/trail?" + question, Map.of("Accept", "text/csv"))
                            .body())
                    .isNotEqualTo(archive.get(PATH + "/export?format=csv").body());
        }
    }

    @Test
    void rootOfExportEqualsCheckpoint() {
        MerkleFrontier tree = new MerkleFrontier();
        for (String line : export()) {
            tree.add(leaf(line));
            TrailCheckpoint then = checkpoint("?size=" + tree.size());
            assertThat(then).isEqualTo(TrailCheckpoint.of(AlaskaStory.NEGOTIATION, tree.size(), tree.root()));
        }
        assertThat(checkpoint("")).isEqualTo(TrailCheckpoint.of(AlaskaStory.NEGOTIATION, SIZE, tree.root()));
        assertThat(checkpoint("?size=0").root()).isEqualTo(TreeHash.OF_EMPTY_TREE);
    }

    @Test
    void checkpointAndKeyAreText() {
        ArchiveFixture.Response note = archive.get(PATH + "/checkpoint");
        assertThat(note.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(note.body()).startsWith("parley/ukraine-2025\n20\n").contains("\n\n— parley ");
        assertThat(archive.get(PATH + "/checkpoint").body()).isEqualTo(note.body());
        ArchiveFixture.Response key = archive.get("/api/log-key");
        assertThat(key.header("Content-Type")).isEqualTo("text/plain;charset=UTF-8");
        assertThat(key.body()).matches("parley\\+[0-9a-f]{8}\\+[A-Za-z0-9+/]{43}=\n|parley\\+[0-9a-f]{8}\\+\\S{44}\n");
    }

    @Test
    void everyInclusionProofVerifies() {
        List<String> lines = export();
        for (int size : new int[] {1, 7, 16, SIZE}) {
            TreeHash root = checkpoint("?size=" + size).root();
            for (int position = 1; position <= size; position++) {
                JsonNode proof = archive.get(PATH + "/proofs/inclusion?position=" + position + "&size=" + size)
                        .json();
                assertThat(proof.path("position").asInt()).isEqualTo(position);
                assertThat(proof.path("size").asInt()).isEqualTo(size);
                assertThat(new InclusionProof(position - 1, size, hashes(proof))
                                .proves(leaf(lines.get(position - 1)), root))
                        .isTrue();
            }
        }
        assertThat(archive.get(PATH + "/proofs/inclusion?position=3").body())
                .isEqualTo(archive.get(PATH + "/proofs/inclusion?position=3&size=20")
                        .body());
    }

    @Test
    void everyConsistencyProofVerifies() {
        TreeHash now = checkpoint("").root();
        for (int from = 1; from <= SIZE; from++) {
            JsonNode proof = archive.get(PATH + "/proofs/consistency?from=" + from + "&to=20")
                    .json();
            assertThat(proof.path("from").asInt()).isEqualTo(from);
            assertThat(proof.path("to").asInt()).isEqualTo(SIZE);
            assertThat(new ConsistencyProof(from, SIZE, hashes(proof))
                            .proves(checkpoint("?size=" + from).root(), now))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/checkpoint?size=x, /size",
        "/checkpoint?size=-1, /size",
        "/checkpoint?size=1.5, /size",
        "/proofs/inclusion, /position",
        "/proofs/inclusion?position=0, /position",
        "/proofs/inclusion?position=9&size=8, /position",
        "/proofs/inclusion?position=1&size=0, /size",
        "/proofs/consistency, /from",
        "/proofs/consistency?from=0&to=3, /from",
        "/proofs/consistency?from=4&to=3, /from",
        "/proofs/consistency?from=1&to=99999999999999999999, /to",
        "/export?format=parquet, /format",
        "/export?asOf=2025-08-14, /asOf",
        "/export?asOf=never, /asOf",
        "/export?format=csv&knownAt=never, /knownAt"
    })
    void invalidParametersAreRefused(String question, String pointer) {
        ArchiveFixture.Response answer = archive.get(PATH + question);
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        assertThat(answer.json().path("errors").path(0).path("pointer").asString())
                .isEqualTo(pointer);
    }

    @Test
    void unknownFormatIsRefused() {
        assertThat(archive.get(PATH + "/export?format=parquet").body()).contains("ndjson or csv");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                PATH + "/checkpoint?size=21",
                PATH + "/proofs/inclusion?position=21",
                PATH + "/proofs/inclusion?position=1&size=21",
                PATH + "/proofs/consistency?from=1&to=21",
                PATH + "/proofs/consistency?from=21",
                "/api/negotiations/nowhere/checkpoint",
                "/api/negotiations/nowhere/export",
                "/api/negotiations/nowhere/export?format=csv",
                "/api/negotiations/nowhere/proofs/inclusion?position=1",
                "/api/negotiations/nowhere/proofs/consistency?from=1"
            })
    void missingEntriesAreNotFound(String question) {
        ArchiveFixture.Response answer = archive.get(question);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }
}
