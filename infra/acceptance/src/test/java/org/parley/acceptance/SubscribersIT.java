package org.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.parley.acceptance.environment.ComposeEnvironment;
import org.parley.acceptance.environment.SharedCompose;
import org.parley.acceptance.environment.Shell;

/**
 * Subscribers to the Kafka broker of docker-compose.yml, whose volume was created before the broker required
 * authentication.
 */
@ExtendWith(SharedCompose.class)
@Order(1)
class SubscribersIT {
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^docker compose exec kafka (?:.*\\\\\\n)*.*$");

    private final ComposeEnvironment compose;

    SubscribersIT(ComposeEnvironment compose) {
        this.compose = compose;
    }

    @Test
    void everyExampleOfTheDocumentationRuns() throws IOException {
        List<String> examples = EXAMPLE.matcher(Files.readString(Shell.ROOT.resolve("docs/operators/services.md")))
                .results()
                .map(MatchResult::group)
                .toList();
        assertThat(examples).isNotEmpty();
        for (String example : examples) {
            assertThat(compose.typed(example)).contains("Processed a total of 3 messages");
        }
    }

    @Test
    void recordsFromBeforeAuthenticationAreKept() {
        TopicPartition partition = new TopicPartition(ComposeEnvironment.EARLIER_TOPIC, 0);
        try (var consumer = new KafkaConsumer<>(compose.kafka(), new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            assertThat(consumer.poll(Duration.ofSeconds(30)))
                    .singleElement()
                    .satisfies(record -> assertThat(record.value()).isEqualTo("from before"));
        }
    }

    @Test
    void subscriberCannotWrite() {
        try (var producer = new KafkaProducer<>(compose.kafka(), new StringSerializer(), new StringSerializer())) {
            ProducerRecord<String, String> forged = new ProducerRecord<>("parley.ledger.v1", "ukraine-2025", "forged");
            assertThatThrownBy(() -> producer.send(forged).get()).hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    @Test
    void unauthenticatedClientIsRefused() {
        Map<String, Object> silent = Map.of("bootstrap.servers", compose.kafka().get("bootstrap.servers"));
        try (var consumer = new KafkaConsumer<>(silent, new StringDeserializer(), new StringDeserializer())) {
            assertThatThrownBy(() -> consumer.partitionsFor("parley.ledger.v1", Duration.ofSeconds(5)))
                    .isInstanceOf(TimeoutException.class);
        }
    }
}
