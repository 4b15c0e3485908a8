package org.parley.contract.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.contract.kafka.SampleRecords.EVENT;
import static org.parley.contract.kafka.SampleRecords.KEY;
import static org.parley.contract.kafka.SampleRecords.OTHER_KEY;
import static org.parley.contract.kafka.SampleRecords.PARTITIONS;
import static org.parley.contract.kafka.SampleRecords.received;
import static org.parley.contract.kafka.SampleRecords.sealedRecord;

import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.contract.CanonicalJson;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.contract.kafka.RecordVerification.Claim;
import org.parley.contract.kafka.RecordVerification.Foreign;
import org.parley.contract.kafka.RecordVerification.Genuine;
import org.parley.contract.kafka.RecordVerification.Reason;
import org.parley.contract.kafka.RecordVerification.Undecodable;
import org.parley.contract.proof.TrailLine;
import org.parley.contract.seal.SealKeys;

class RecordVerifierTest {
    private static final Claim CLAIM = new Claim("ukraine-2025", 2, EVENT.developmentId());

    private final RecordVerifier verifier = new RecordVerifier(SealKeys.only(KEY));

    private RecordVerification verify(ProducerRecord<byte[], byte[]> sent) {
        return verifier.verify(received(sent), PARTITIONS);
    }

    @Test
    void acceptsAWrittenRecord() {
        assertThat(verify(sealedRecord())).usingRecursiveComparison().isEqualTo(new Genuine(EVENT, true));
    }

    @Test
    void ignoresForeignHeaders() {
        ProducerRecord<byte[], byte[]> kafka = sealedRecord();
        kafka.headers().add("traceparent", "00-1-2-01".getBytes(UTF_8)).add("nothing", null);
        assertThat(verify(kafka)).isInstanceOf(Genuine.class);
    }

    @Test
    void acceptsTextThatNeedsEscapes() {
        PublishedEvent event = SampleRecords.event("Zoë \"\\\uFFFD", "{\"by\":[\"RUS\"],\"reason\":\"¿é\"}")
                .canonical();
        assertThat(verify(KafkaEventRecords.write("wire", PARTITIONS, event, KEY)))
                .usingRecursiveComparison()
                .isEqualTo(new Genuine(event, true));
        assertThat(TrailLine.of(event)).isEqualTo(CanonicalJson.of(event.structured()));
    }

    @Test
    void normalizesDataToItsCanonicalForm() {
        ProducerRecord<byte[], byte[]> kafka = sealedRecord();
        byte[] spaced =
                Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(Json.MAPPER.readTree(kafka.value()));
        assertThat(verify(with(kafka.key(), spaced, kafka)))
                .usingRecursiveComparison()
                .isEqualTo(new Genuine(EVENT, true));
    }

    @Test
    void acceptsTheFormerKey() {
        RecordVerifier rotating = new RecordVerifier(new SealKeys(OTHER_KEY, KEY));
        assertThat(rotating.verify(received(sealedRecord()), PARTITIONS))
                .usingRecursiveComparison()
                .isEqualTo(new Genuine(EVENT, false));
    }

    @Test
    void recordOfALaterLedgerIsUndecodable() {
        PublishedEvent later = EVENT;
        ProducerRecord<byte[], byte[]> kafka = sealedRecord();
        kafka.headers()
                .add("ce_mood", "gloomy".getBytes(UTF_8))
                .remove("ce_digest")
                .remove("ce_seal");
        String digest = "sha256:"
                + CanonicalJson.sha256(later.structured().put("mood", "gloomy").without("digest"));
        kafka.headers()
                .add("ce_digest", digest.getBytes(UTF_8))
                .add("ce_seal", KEY.seal(digest).getBytes(UTF_8));
        assertThat(verify(kafka)).isInstanceOfSatisfying(Undecodable.class, undecodable -> {
            assertThat(undecodable.negotiation()).isEqualTo("ukraine-2025");
            assertThat(undecodable.event()).isEqualTo(CLAIM);
            assertThat(undecodable.fault()).hasMessageContaining("mood");
        });
    }

    @Test
    void recordWithoutAValidSealIsForeignWithAClaim() {
        ProducerRecord<byte[], byte[]> unsealed = sealedRecord();
        unsealed.headers().remove("ce_seal");
        assertThat(verify(unsealed)).isEqualTo(new Foreign(Reason.NO_SEAL, CLAIM));
        ProducerRecord<byte[], byte[]> forged = KafkaEventRecords.write("wire", PARTITIONS, EVENT, OTHER_KEY);
        assertThat(verify(forged)).isEqualTo(new Foreign(Reason.WRONG_SEAL, CLAIM));
        assertThat(verifier.hasValidDigest(received(forged))).isTrue();
        set(forged, "ce_editor", "chief");
        assertThat(verifier.hasValidDigest(received(forged))).isFalse();
    }

    static Stream<Named<Consumer<ProducerRecord<byte[], byte[]>>>> alterations() {
        return Stream.of(
                Named.of("another editor", kafka -> set(kafka, "ce_editor", "chief")),
                Named.of("another id", kafka -> set(kafka, "ce_id", "0198b8a0-0000-7000-8000-000000000003")),
                Named.of("another position", kafka -> set(kafka, "ce_position", "3")),
                Named.of("a position that is not a number", kafka -> set(kafka, "ce_position", "abc")),
                Named.of("a position in another form", kafka -> set(kafka, "ce_position", "+2")),
                Named.of("another sequence", kafka -> set(kafka, "ce_sequence", "9223372036854775807")),
                Named.of("another time", kafka -> set(kafka, "ce_time", "2025-08-16T18:30:02.123456Z")),
                Named.of("another source", kafka -> set(kafka, "ce_source", "/elsewhere")),
                Named.of("a quotation mark", kafka -> set(kafka, "ce_editor", "ilaria\",\"x\":\"y")),
                Named.of("no type", kafka -> kafka.headers().remove("ce_type")),
                Named.of("an extra attribute", kafka -> kafka.headers().add("ce_mood", "gloomy".getBytes(UTF_8))),
                Named.of("an attribute without a name", kafka -> kafka.headers().add("ce_", "x".getBytes(UTF_8))),
                Named.of("data as an attribute", kafka -> kafka.headers().add("ce_data", "{}".getBytes(UTF_8))),
                Named.of("another digest", kafka -> set(kafka, "ce_digest", "sha256:" + "0".repeat(64))),
                Named.of("no digest", kafka -> kafka.headers().remove("ce_digest")));
    }

    @ParameterizedTest
    @MethodSource("alterations")
    void alteredRecordIsForeign(Consumer<ProducerRecord<byte[], byte[]>> alteration) {
        ProducerRecord<byte[], byte[]> kafka = sealedRecord();
        alteration.accept(kafka);
        assertThat(verify(kafka)).isInstanceOf(Foreign.class);
    }

    @Test
    void alteredDataIsForeign() {
        ProducerRecord<byte[], byte[]> kafka = sealedRecord();
        for (String data : new String[] {
            "",
            "{}",
            "[]",
            "{\"by\":[\"USA\"]}",
            "{\"by\":[{\"party\":\"RUS\"}],",
            new String(kafka.value(), UTF_8) + ",\"datacontenttype\":\"application/json\"",
            new String(kafka.value(), UTF_8) + " {}",
            "[".repeat(100_000)
        }) {
            assertThat(verify(with(kafka.key(), data.getBytes(UTF_8), kafka)))
                    .as(data.substring(0, Math.min(60, data.length())))
                    .isEqualTo(new Foreign(Reason.ALTERED, CLAIM));
        }
    }

    @Test
    void wrongKeyOrPartitionIsForeign() {
        ProducerRecord<byte[], byte[]> kafka = sealedRecord();
        assertThat(verify(with("moon-2030".getBytes(UTF_8), kafka.value(), kafka)))
                .isEqualTo(new Foreign(Reason.WRONG_KEY, null));
        assertThat(verify(with(null, kafka.value(), kafka))).isEqualTo(new Foreign(Reason.WRONG_KEY, null));
        ProducerRecord<byte[], byte[]> elsewhere = new ProducerRecord<>(
                "wire",
                (Objects.requireNonNull(kafka.partition()) + 1) % PARTITIONS,
                kafka.key(),
                kafka.value(),
                kafka.headers());
        assertThat(verify(elsewhere)).isEqualTo(new Foreign(Reason.WRONG_PARTITION, null));
    }

    @Test
    void malformedOrDuplicateHeaderIsForeign() {
        for (String header : new String[] {"ce_position", "ce_seal", "ce_digest"}) {
            ProducerRecord<byte[], byte[]> twice = sealedRecord();
            twice.headers().add(header, twice.headers().lastHeader(header).value());
            assertThat(verify(twice)).isEqualTo(new Foreign(Reason.UNREADABLE, null));
        }
        ProducerRecord<byte[], byte[]> garbled = sealedRecord();
        garbled.headers().remove("ce_editor").add("ce_editor", new byte[] {'i', (byte) 0xff});
        assertThat(verify(garbled)).isEqualTo(new Foreign(Reason.UNREADABLE, null));
        garbled.headers().remove("ce_editor").add("ce_editor", null);
        assertThat(verify(garbled)).isEqualTo(new Foreign(Reason.UNREADABLE, null));
    }

    @Test
    void tombstoneIsForeign() {
        ProducerRecord<byte[], byte[]> kafka = sealedRecord();
        assertThat(verify(with(kafka.key(), null, kafka))).isEqualTo(new Foreign(Reason.NO_VALUE, null));
    }

    /** Random bytes are foreign and never cause an exception. */
    @Test
    void randomRecordsAreForeign() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int n = 0; n < 2_000; n++) {
            ProducerRecord<byte[], byte[]> kafka = sealedRecord();
            Headers headers = kafka.headers();
            String header = headers.toArray()[random.nextInt(headers.toArray().length - 1)].key();
            byte[] value = headers.lastHeader(header).value().clone();
            byte[] data = kafka.value().clone();
            switch (random.nextInt(4)) {
                case 0 -> value[random.nextInt(value.length)] ^= (byte) (1 << random.nextInt(8));
                case 1 -> value = Arrays.copyOf(value, random.nextInt(value.length));
                case 2 -> data[random.nextInt(data.length)] ^= (byte) (1 << random.nextInt(8));
                default -> random.nextBytes(data);
            }
            headers.remove(header).add(header, value);
            assertThat(verify(with(kafka.key(), data, kafka)))
                    .as("seed %d, %s", seed, header)
                    .isInstanceOf(Foreign.class);
        }
    }

    private static void set(ProducerRecord<byte[], byte[]> kafka, String header, String value) {
        kafka.headers().remove(header).add(header, value.getBytes(UTF_8));
    }

    private static ProducerRecord<byte[], byte[]> with(byte[] key, byte[] value, ProducerRecord<byte[], byte[]> kafka) {
        return new ProducerRecord<>("wire", kafka.partition(), key, value, kafka.headers());
    }
}
