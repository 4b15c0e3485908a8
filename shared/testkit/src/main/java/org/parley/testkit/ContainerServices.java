package org.parley.testkit;

import org.parley.testkit.prerequisite.Images;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.lifecycle.Startables;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The official images in containers, removed when the JVM ends. */
final class ContainerServices {
    private ContainerServices() {}

    static Services start() {
        // Closed by Testcontainers itself at the end of the JVM.
        PostgreSQLContainer postgres = new PostgreSQLContainer(Images.POSTGRES)
                .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=200");
        KafkaContainer kafka = new KafkaContainer(Images.KAFKA)
                .withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false")
                .withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
        Startables.deepStart(postgres, kafka).join();
        String server = "jdbc:postgresql://%s:%d/"
                .formatted(postgres.getHost(), postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT));
        return new Services(
                "containers",
                new TestDatabase(server + postgres.getDatabaseName(), postgres.getUsername(), postgres.getPassword()),
                server::concat,
                kafka.getBootstrapServers());
    }
}
