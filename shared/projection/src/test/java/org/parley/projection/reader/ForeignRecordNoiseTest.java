package org.parley.projection.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.parley.contract.PublishedEvent;
import org.parley.projection.LineProjection;
import org.parley.projection.ProjectionFixture;
import org.parley.projection.TestEvents;
import org.parley.projection.TestTopic;
import org.parley.projection.checkpoint.ForeignRecords;
import org.parley.projection.rebuild.ProjectionHost;
import org.parley.testkit.TopicNoise;

/**
 * Foreign records between the ledger's records do not change the rows of a projection, even with restarts and rebuilds
 * in between.
 */
class ForeignRecordNoiseTest {
    private static final List<String> TALKS = List.of("alaska", "istanbul", "jeddah", "london", "minsk");
    private static final int EACH = 60;
    private static final int LANES = 2;

    private final long seed = Long.getLong("parley.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void foreignRecordsDoNotChangeRows() throws Exception {
        try (ProjectionFixture fixture = ProjectionFixture.open()) {
            TopicNoise noise = new TopicNoise(fixture.topicName, TestTopic.PARTITIONS, random);
            List<ProducerRecord<byte[], byte[]>> records = records(noise);
            int read = 0;
            boolean rebuild = false;
            for (int until = 0; until < records.size(); until += records.size() / 4 + 1) {
                try (ProjectionHost host = host(fixture)) {
                    if (rebuild) {
                        host.rebuildControl().begin();
                    }
                    int to = Math.min(records.size(), until + records.size() / 4 + 1);
                    for (; read < to; read++) {
                        fixture.topic.send(records.get(read));
                    }
                    rebuild = !rebuild;
                }
            }
            try (ProjectionHost host = host(fixture)) {
                awaitRows(fixture);
                int live = host.status().live().number();
                host.rebuildControl().begin();
                await().atMost(ProjectionFixture.SOON)
                        .until(() -> host.status().live().number() > live);
                awaitRows(fixture);
                assertThat(host.status().reading().stopped())
                        .as("seed %d", seed)
                        .isEmpty();
                assertThat(host.status().live().comparison()).contains("\"different\":0", "\"behind\":[]");
            }
            try (Connection connection = fixture.database.getConnection()) {
                ForeignRecords foreign = ForeignRecords.read(connection, "archive");
                assertThat(foreign.count() + foreign.older())
                        .as("seed %d", seed)
                        .isEqualTo(noise.foreignCount());
            }
        }
    }

    /** Each negotiation's events in order, with random foreign records in between. */
    private List<ProducerRecord<byte[], byte[]>> records(TopicNoise noise) {
        int[] sent = new int[TALKS.size()];
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        while (records.size() == 0 || sent(sent) < TALKS.size() * EACH) {
            int talks = random.nextInt(TALKS.size());
            if (random.nextInt(5) < 2) {
                records.addAll(noise.nextRecords());
            } else if (sent[talks] < EACH) {
                PublishedEvent event = TestEvents.event(TALKS.get(talks), ++sent[talks]);
                records.add(noise.genuine(event));
            }
        }
        return records;
    }

    private static int sent(int... sent) {
        int sum = 0;
        for (int each : sent) {
            sum += each;
        }
        return sum;
    }

    private static ProjectionHost host(ProjectionFixture fixture) throws SQLException {
        ProjectionHost host =
                new ProjectionHost(new LineProjection(1), fixture.database, "archive", LANES, fixture.settings(50));
        host.start();
        return host;
    }

    private void awaitRows(ProjectionFixture fixture) {
        List<String> all = TALKS.stream()
                .flatMap(talks -> TestEvents.events(talks, 1, EACH).stream())
                .map(event -> event.subject().negotiation() + " " + event.position() + " 1 " + event.developmentId())
                .sorted()
                .toList();
        await().atMost(ProjectionFixture.SOON)
                .untilAsserted(
                        () -> assertThat(rows(fixture)).as("seed %d", seed).isEqualTo(all));
    }

    private static List<String> rows(ProjectionFixture fixture) throws SQLException {
        try (Connection connection = fixture.database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select concat_ws(' ', negotiation, position, content) from archive.line")) {
            List<String> all = new ArrayList<>();
            while (rows.next()) {
                all.add(rows.getString(1));
            }
            return all.stream().sorted().toList();
        }
    }
}
