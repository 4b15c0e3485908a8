package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.contract.Json;
import org.parley.newsroom.PublishedTopic.Message;
import org.parley.testkit.ApiClient;
import tools.jackson.databind.JsonNode;

/** The dossier's audit trail in all formats and on Kafka. */
@ExtendWith(SharedNewsroom.class)
class DossierTrailTest {
    private static final String REJECTION = "01990000-0000-7000-8000-00000000002d";

    private final RunningNewsroom newsroom;
    private final NegotiationReader archive;

    DossierTrailTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
        this.archive = newsroom.archive("ukraine-2025");
    }

    @Test
    void everyEntryHasSentenceEditorTimesAndSources() {
        List<JsonNode> trail = archive.trail();
        assertThat(trail).hasSize(Dossier.bundled("ukraine-2025").size());
        assertThat(trail)
                .extracting(entry -> entry.path("position").asLong())
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, trail.size()).boxed().toList());
        assertThat(trail)
                .extracting(entry -> Instant.parse(entry.path("recordedAt").asString()))
                .isSorted();
        assertThat(trail).extracting(entry -> entry.path("editor").asString()).containsOnly("dossier");
        assertThat(trail)
                .extracting(entry -> entry.path("summary").asString())
                .allSatisfy(sentence -> assertThat(sentence).endsWith(".").doesNotContain("null"));
        List<JsonNode> ofTheWorld = trail.stream()
                .filter(entry -> entry.has("occurred"))
                .filter(entry -> !entry.path("type").asString().equals("NegotiationOpened"))
                .toList();
        assertThat(ofTheWorld)
                .hasSizeGreaterThan(70)
                .extracting(entry -> entry.at("/evidence/grade").asString())
                .allMatch(grade -> grade.matches("[A-F][1-6]"));
        assertThat(ofTheWorld)
                .extracting(entry -> entry.at("/evidence/sources/0/publisher").asString())
                .doesNotContain("");
        assertThat(ofTheWorld)
                .extracting(entry -> entry.at("/codes/plover").asString())
                .doesNotContain("");
    }

    @Test
    void entryIsFoundById() {
        JsonNode entry = archive.development(REJECTION);
        assertThat(entry.path("type").asString()).isEqualTo("CeasefireRejected");
        assertThat(entry.path("occurred").asString()).isEqualTo("2025-08-15");
        assertThat(entry.path("summary").asString()).contains("Russia", "Vladimir Putin");
        assertThat(entry.path("standing").asString()).isEqualTo("EFFECTIVE");
    }

    @Test
    void disputesAreKeptAndNotDecided() {
        assertThat(archive.trail())
                .filteredOn(entry -> entry.path("standing").asString().equals("DISPUTED"))
                .extracting(entry -> entry.path("matter").asString())
                .containsExactlyInAnyOrder(
                        "abu-dhabi-november-2025",
                        "american-backstop",
                        "article-5-like",
                        "budapest-2025",
                        "coalition-force",
                        "consensus-of-guarantors",
                        "energy-pause",
                        "friendship-treaty-1997",
                        "friendship-treaty-1997",
                        "friendship-treaty-1997",
                        "guarantee-terms",
                        "peace-plan",
                        "peace-plan",
                        "peace-plan-terms",
                        "prisoner-exchange-july-2025",
                        "prisoner-exchange-june-2025",
                        "putin-zelensky",
                        "security-hrv",
                        "trilateral-march-2026",
                        "ukraine-compact");
    }

    @Test
    void csvHasTheSameEntries() {
        List<String> table = archive.trailAs("text/csv").lines().toList();
        assertThat(table.getFirst()).startsWith("position,developmentId,type,");
        assertThat(table)
                .as("one line an entry, since no text of the dossier has a line break")
                .hasSize(archive.trail().size() + 1);
        archive.trail()
                .forEach(entry -> assertThat(table.get(entry.path("position").asInt()))
                        .startsWith(String.join(
                                ",",
                                entry.path("position").asString(),
                                entry.path("developmentId").asString(),
                                entry.path("type").asString())));
    }

    @Test
    void pagesTogetherAreTheTrail() {
        StringBuilder read = new StringBuilder();
        String after = "0";
        while (!after.isEmpty()) {
            JsonNode page = newsroom.anonymous()
                    .get("/api/negotiations/ukraine-2025/trail?limit=25&after=" + after)
                    .json();
            NegotiationReader.list(page.path("entries"))
                    .forEach(entry ->
                            read.append(Json.MAPPER.writeValueAsString(entry)).append('\n'));
            after = page.path("next").asString("");
        }
        assertThat(read.toString()).isEqualTo(archive.trailAs(ApiClient.NDJSON));
    }

    @Test
    void kafkaHasEveryEntryOnceInOrderAsACloudEvent() {
        List<JsonNode> trail = archive.trail();
        List<Message> messages = newsroom.topic().of("ukraine-2025");
        assertThat(messages)
                .extracting(Message::id)
                .containsExactlyElementsOf(
                        NegotiationReader.texts(Json.MAPPER.createArrayNode().addAll(trail), "developmentId"));
        for (int i = 0; i < trail.size(); i++) {
            assertSame(trail.get(i), messages.get(i));
        }
        assertThat(messages)
                .extracting(message -> Long.parseLong(message.headers().get("ce_sequence")))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private static void assertSame(JsonNode entry, Message message) {
        String subject = "ukraine-2025/" + entry.path("kind").asString() + "/"
                + entry.path("matter").asString();
        assertThat(message.headers())
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", entry.path("developmentId").asString())
                .containsEntry("ce_source", "/parley/ledger")
                .containsEntry("ce_type", "org.parley." + entry.path("type").asString() + ".v1")
                .containsEntry("ce_subject", subject)
                .containsEntry("ce_time", entry.path("recordedAt").asString())
                .containsEntry("ce_recordedtime", entry.path("recordedAt").asString())
                .containsEntry("content-type", "application/json")
                .containsEntry("ce_position", entry.path("position").asString())
                .containsEntry("ce_editor", "dossier")
                .containsKeys("ce_dataschema", "ce_correlationid");
        assertThat(message.headers().getOrDefault("ce_occurred", "-"))
                .isEqualTo(entry.path("occurred").asString("-"));
        assertThat(Json.MAPPER.readTree(message.value())).isEqualTo(entry.path("data"));
    }
}
