package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.jackson.JsonFormat;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.contract.command.TestCommands;
import org.parley.contract.state.SummerNegotiation;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.matter.MatterAddress;
import tools.jackson.databind.node.ObjectNode;

class PublishedEventTest {
    private static final UUID ID = UUID.fromString(TestCommands.ID);
    private static final Instant RECORDED = Instant.parse("2025-08-15T21:30:00.120Z");

    @Test
    void hasTheAttributesOfTheContract() {
        assertThat(rejected("2025-08-15~").attributes())
                .containsExactly(
                        Map.entry("specversion", "1.0"),
                        Map.entry("id", TestCommands.ID),
                        Map.entry("source", "/parley/ledger"),
                        Map.entry("type", "org.parley.CeasefireRejected.v1"),
                        Map.entry("subject", "ukraine-2025/ceasefire/alaska"),
                        Map.entry("time", "2025-08-15T21:30:00.120000Z"),
                        Map.entry("dataschema", "urn:parley:schema:CeasefireRejected:v1"),
                        Map.entry("occurred", "2025-08-15~"),
                        Map.entry("position", "7"),
                        Map.entry("sequence", "4001"),
                        Map.entry("editor", "olha"),
                        Map.entry("correlationid", "c-1"),
                        Map.entry("recordedtime", "2025-08-15T21:30:00.120000Z"));
    }

    @Test
    void structuredModeIsOneObjectWithTheseFields() {
        ObjectNode json = rejected("2025-08-15~").structured();

        assertThat(json.propertyNames())
                .containsExactly(
                        "specversion",
                        "id",
                        "source",
                        "type",
                        "subject",
                        "time",
                        "dataschema",
                        "occurred",
                        "position",
                        "sequence",
                        "editor",
                        "correlationid",
                        "recordedtime",
                        "datacontenttype",
                        "data");
        assertThat(json.path("position").isIntegralNumber()).isTrue();
        assertThat(json.path("sequence").asString()).isEqualTo("4001");
        assertThat(json.path("datacontenttype").asString()).isEqualTo("application/json");
        assertThat(json.path("data"))
                .isEqualTo(Json.MAPPER.readTree(rejected(null).data()));
        assertThat(rejected(null).structured().has("occurred")).isFalse();
    }

    @Test
    void digestDetectsChanges() {
        PublishedEvent canonical = rejected("2025-08-15~").canonical();

        assertThat(canonical.digest()).matches("sha256:[0-9a-f]{64}");
        assertThat(PublishedEvent.digestOf(canonical.structured())).isEqualTo(canonical.digest());
        assertThat(PublishedEvent.digestOf(rejected("2025-08-15~").structured()))
                .isEqualTo(canonical.digest());
        assertThat(canonical.canonical().digest()).isEqualTo(canonical.digest());
        assertThat(PublishedEvent.of(canonical.attributes(), canonical.data()).digest())
                .isEqualTo(canonical.digest());
        assertThat(PublishedEvent.digestOf(rejected("2025-08-15").structured())).isNotEqualTo(canonical.digest());
    }

    @Test
    void isReadByTheCloudEventsSdk() {
        PublishedEvent event = rejected("2025-08-15/2025-08-16");

        CloudEvent read = new JsonFormat().deserialize(Json.MAPPER.writeValueAsBytes(event.structured()));

        assertThat(read.getSpecVersion()).isEqualTo(SpecVersion.V1);
        assertThat(read.getId()).isEqualTo(TestCommands.ID);
        assertThat(read.getSource()).isEqualTo(URI.create("/parley/ledger"));
        assertThat(read.getType()).isEqualTo("org.parley.CeasefireRejected.v1");
        assertThat(read.getSubject()).isEqualTo("ukraine-2025/ceasefire/alaska");
        assertThat(read.getTime()).isEqualTo(RECORDED.atOffset(ZoneOffset.UTC));
        assertThat(read.getDataSchema()).isEqualTo(URI.create("urn:parley:schema:CeasefireRejected:v1"));
        assertThat(read.getDataContentType()).isEqualTo("application/json");
        assertThat(read.getExtensionNames())
                .containsExactlyInAnyOrder(
                        "occurred", "position", "sequence", "editor", "correlationid", "recordedtime");
        assertThat(read.getExtension("position")).isEqualTo(7);
        assertThat(Json.MAPPER.readTree(Objects.requireNonNull(read.getData()).toBytes()))
                .isEqualTo(Json.MAPPER.readTree(event.data()));
    }

    @Test
    void isRestoredFromItsAttributes() {
        isReadBack(rejected("2025-08-15"));
        isReadBack(rejected(null));
        SummerNegotiation.newsroom().trail().forEach(entry -> {
            PublishedEvent event = event(entry);
            isReadBack(event);
            assertThat(PublishedEvent.of(event.attributes(), event.data()).entry())
                    .isEqualTo(entry);
        });
    }

    @Test
    void onlyWhatIsContinuedSaysSo() {
        PublishedEvent alone = rejected("2025-08-15").canonical();
        PublishedEvent continued = alone.withContinued(true).canonical();

        assertThat(alone.attributes()).doesNotContainKey("continued");
        assertThat(continued.attributes()).containsEntry("continued", "true");
        assertThat(continued.structured().path("continued").isBoolean()).isTrue();
        assertThat(continued.structured().path("continued").asBoolean()).isTrue();
        assertThat(CanonicalEvent.of(continued)).isEqualTo(CanonicalJson.of(continued.structured()));
        assertThat(continued.digest())
                .isEqualTo(PublishedEvent.digestOf(continued.structured()))
                .isNotEqualTo(alone.digest());
        assertThat(PublishedEvent.of(continued.structured()).attributes()).isEqualTo(continued.attributes());
        assertThat(PublishedEvent.of(continued.structured()).entry().continued())
                .isTrue();
        assertThat(continued.withContinued(false).canonical().digest()).isEqualTo(alone.digest());
        isReadBack(continued);
    }

    @Test
    void anotherValueOfContinuedIsMalformed() {
        Map<String, String> attributes = rejected("2025-08-15").attributes();
        attributes.put("continued", "false");

        assertThatThrownBy(() ->
                        PublishedEvent.of(attributes, rejected("2025-08-15").data()))
                .isInstanceOf(MalformedEventException.class)
                .hasMessageContaining("continued");
    }

    @Test
    void timeHasSixFractionalDigits() {
        DateTimeFormatter reference =
                DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSSX").withZone(ZoneOffset.UTC);
        Random random = new Random(6);
        List<Instant> instants = new ArrayList<>(List.of(
                Instant.EPOCH,
                Instant.parse("2025-08-15T12:00:00Z"),
                Instant.parse("0999-12-31T23:59:59.999999Z"),
                Instant.parse("1000-01-01T00:00:00.000001Z"),
                Instant.parse("9999-12-31T23:59:59.999999999Z"),
                Instant.parse("+10000-01-01T00:00:00Z"),
                Instant.parse("-0001-01-01T00:00:00Z")));
        random.longs(1_000, -40_000_000_000L, 300_000_000_000L)
                .forEach(second -> instants.add(Instant.ofEpochSecond(second, random.nextInt(1_000_000_000))));
        assertThat(instants)
                .allSatisfy(instant -> assertThat(PublishedEvent.time(instant)).isEqualTo(reference.format(instant)));
    }

    private static void isReadBack(PublishedEvent event) {
        assertThat(PublishedEvent.of(event.attributes(), event.data()))
                .usingRecursiveComparison()
                .isEqualTo(event);
    }

    static PublishedEvent rejected(@Nullable String occurred) {
        byte[] data = DevelopmentJson.canonical(ContractSamples.MINIMAL.development(
                EventTypeName.parse("org.parley.CeasefireRejected.v1").eventClass()));
        return new PublishedEvent(
                ID,
                new EventTypeName("CeasefireRejected", 1),
                MatterAddress.parse("ukraine-2025/ceasefire/alaska"),
                7,
                4001,
                RECORDED,
                "olha",
                "c-1",
                null,
                occurred,
                data);
    }

    private static PublishedEvent event(LedgerEntry entry) {
        return new PublishedEvent(
                entry.developmentId(),
                EventTypeName.of(entry.event()),
                entry.matter(),
                entry.position(),
                entry.position() + 1_000,
                entry.recordedAt(),
                entry.editor(),
                "c-1",
                "cause-1",
                entry.development().occurred() == null
                        ? null
                        : entry.development().occurred().text(),
                DevelopmentJson.canonical(entry.development()));
    }
}
