package org.parley.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Subscribers to newsroom's Kafka can read but not write. */
@ExtendWith(SharedNewsroom.class)
class SubscribersTest {
    private static final String LEDGER = "parley.ledger.v1";
    private static final String CHECKPOINTS = "parley.checkpoints.v1";

    private final RunningNewsroom newsroom;
    private final Map<String, Object> anonymous;

    SubscribersTest(RunningNewsroom newsroom) {
        this.newsroom = newsroom;
        this.anonymous = Map.of("bootstrap.servers", newsroom.topic().kafka().bootstrapServers());
    }

    private static void send(Map<String, Object> client, String topic) throws Exception {
        try (var producer = new KafkaProducer<>(client, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(topic, "ukraine-2025", "forged")).get();
        }
    }

    @Test
    void anonymousClientReads() {
        Map<String, Object> member = new HashMap<>(anonymous);
        member.putAll(Map.of("group.id", "a-newsletter", "auto.offset.reset", "earliest"));
        Set<String> topics = new HashSet<>();
        try (var consumer = new KafkaConsumer<>(member, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(LEDGER, CHECKPOINTS));
            while (topics.size() < 2) {
                consumer.poll(Duration.ofSeconds(1)).forEach(record -> topics.add(record.topic()));
            }
            consumer.commitSync();
        }
        assertThat(topics).containsExactlyInAnyOrder(LEDGER, CHECKPOINTS);
    }

    @Test
    void anonymousClientCannotWriteOrDelete() throws Exception {
        TestNegotiation talks = TestNegotiation.open(newsroom);
        UnchangedState before = UnchangedState.of(newsroom, talks);
        for (String topic : List.of(LEDGER, CHECKPOINTS)) {
            assertThatThrownBy(() -> send(anonymous, topic)).hasCauseInstanceOf(AuthorizationException.class);
        }
        try (Admin admin = Admin.create(anonymous)) {
            assertThatThrownBy(() -> admin.deleteTopics(List.of(LEDGER)).all().get())
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
        before.holds();
    }

    @Test
    void serviceCannotWriteToTopicsOfAnother() {
        assertThatThrownBy(() -> send(newsroom.kafkaClient("archive"), LEDGER))
                .hasCauseInstanceOf(AuthorizationException.class);
        assertThatThrownBy(() -> send(newsroom.kafkaClient("ledger"), CHECKPOINTS))
                .hasCauseInstanceOf(AuthorizationException.class);
    }

    @Test
    void wrongPasswordIsRefused() {
        Map<String, Object> guess = newsroom.kafkaClient("ledger");
        guess.compute("sasl.jaas.config", (name, login) -> String.valueOf(login)
                .replaceAll("password=\"[^\"]+\"", "password=\"guessed\""));
        assertThatThrownBy(() -> send(guess, LEDGER))
                .hasStackTraceContaining(SaslAuthenticationException.class.getName());
    }
}
