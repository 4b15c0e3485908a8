package org.parley.testkit;

import java.util.List;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** Containers of the official images, removed when the JVM ends. */
final class ContainerServers {
    private static final String POSTGRES = "postgres:18";
    private static final String KAFKA = "apache/kafka:4.2.2";

    private ContainerServers() {}

    /** Whether the containers can start without pulling an image. */
    static boolean canStart() {
        return DockerEngine.hasImages(List.of(POSTGRES, KAFKA));
    }

    static TestServers start() {
        // Testcontainers closes them at the end of the JVM.
        PostgreSQLContainer postgres = new PostgreSQLContainer(POSTGRES)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
        KafkaContainer kafka = new KafkaContainer(KAFKA)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        Startables.deepStart(postgres, kafka).join();
        String server = "jdbc:postgresql://%s:%d/"
                .formatted(postgres.getHost(), postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
        TestDatabase home =
                new TestDatabase(server + postgres.getDatabaseName(), postgres.getUsername(), postgres.getPassword());
        return new TestServers("containers", () -> home, server::concat, kafka::getBootstrapServers);
    }
}
