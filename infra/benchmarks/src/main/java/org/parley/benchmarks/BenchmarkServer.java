package org.parley.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.jspecify.annotations.Nullable;
import org.parley.broker.BrokerAcls;
import org.parley.broker.BrokerTopics;
import org.parley.broker.BrokerUsers;
import org.parley.contract.seal.SealKey;
import org.parley.contract.seal.SealKeys;
import org.parley.embedded.BackingServers;
import org.parley.testkit.ApiClient;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;

/** Ledger and archive in this process, on embedded servers that write to disk as newsroom's do. */
final class BenchmarkServer implements AutoCloseable {
    /** The property with the topic that the archive reads; without it, that of the relay. */
    static final String READ_TOPIC = "parley.kafka.ledger-topic";

    /** The number of partitions of a topic that is created here. */
    static final int PARTITIONS = 12;

    private static final String PASSWORD = "a password of benchmarks";

    private final BackingServers servers;
    private final Path folder;
    private final Map<String, String> fixed;
    private String sealKey = SealKey.generate();
    private ConfigurableApplicationContext context;

    /** The Spring application. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(BareInsertController.class)
    static class Services {}

    private BenchmarkServer(BackingServers servers, Path folder, Map<String, String> properties) throws Exception {
        this.servers = servers;
        this.folder = folder;
        this.fixed = Map.copyOf(properties);
        // Otherwise an interrupted run leaves its PostgreSQL behind.
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close, "benchmark-stop"));
        this.context = application(Map.of());
    }

    static BenchmarkServer start(Path folder, Map<String, String> properties) throws Exception {
        Files.createDirectories(folder);
        BackingServers servers = BackingServers.start(folder, 0, Set.of(BrokerUsers.LEDGER, BrokerUsers.ARCHIVE));
        try {
            return new BenchmarkServer(servers, folder, properties);
        } catch (Exception e) {
            servers.close();
            throw e;
        }
    }

    /** Stops the services; the servers stay. */
    void stopServices() {
        context.close();
    }

    /** Starts the stopped services again, with another seal key, so that the relay sends everything again. */
    void startSealedAnew(Map<String, String> properties) throws Exception {
        sealKey = SealKey.generate();
        context = application(properties);
    }

    /** Creates the topic that the archive reads, unless it is the relay's. */
    private void createTopic(@Nullable String topic) throws Exception {
        if (topic != null) {
            try (Admin admin = admin()) {
                if (!admin.listTopics().names().get().contains(topic)) {
                    admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                            .all()
                            .get();
                }
            }
        }
    }

    private ConfigurableApplicationContext application(Map<String, String> more) throws Exception {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "server.port", "0",
                "server.address", "127.0.0.1",
                "spring.main.banner-mode", "off",
                "spring.main.log-startup-info", "false",
                "spring.datasource.url", servers.postgres().jdbcUrl(),
                "spring.datasource.username", servers.postgres().username(),
                "spring.datasource.password", servers.postgres().password(),
                "spring.datasource.hikari.maximum-pool-size", "24"));
        properties.put(SealKeys.PROPERTY, sealKey);
        properties.put("parley.archive.log-key-file", folder.resolve("log-key").toString());
        properties.put("parley.ledger.spool.folder", folder.resolve("spool").toString());
        properties.put("logging.level.root", "WARN");
        properties.put("logging.level.kafka", "OFF");
        properties.put("logging.level.org.apache.kafka", "ERROR");
        for (String user : Set.of(BrokerUsers.LEDGER, BrokerUsers.ARCHIVE)) {
            servers.kafka()
                    .clientSettings(user)
                    .forEach((name, value) -> properties.put(
                            name.equals("bootstrap.servers")
                                    ? "parley.kafka.bootstrap-servers"
                                    : "parley.kafka." + user + "-client." + name,
                            value));
        }
        properties.putAll(fixed);
        properties.putAll(more);
        servers.kafka()
                .applyAcls(BrokerAcls.of(
                        BrokerTopics.configured(name -> (String) properties.get(name)), BrokerUsers.ANONYMOUS));
        createTopic((String) properties.get(READ_TOPIC));
        SpringApplication application = new SpringApplication(Services.class);
        application.setRegisterShutdownHook(false);
        application.setDefaultProperties(properties);
        ConfigurableApplicationContext started = application.run("--parley.access.password=" + PASSWORD);
        ApiClient client = chief(started);
        String command = """
                {"command":"OpenNegotiation","negotiation":"ready-%d","title":"Ready"}""".formatted(System.nanoTime());
        // The ledger records nothing before it has compared its store with the topic.
        await(() -> switch (client.command(command).status()) {
            case 200, 201 -> true;
            case 503 -> false;
            default -> throw new IllegalStateException("The ledger does not record: " + client.command(command));
        });
        return started;
    }

    /** A condition that may fail while it is awaited. */
    interface Condition {
        boolean isMet() throws Exception;
    }

    /** Waits until a condition is met, at most 20 minutes. */
    static void await(Condition condition) throws Exception {
        long begin = System.nanoTime();
        while (!condition.isMet()) {
            if (System.nanoTime() - begin > TimeUnit.MINUTES.toNanos(20)) {
                throw new IllegalStateException("What a benchmark waits for does not happen");
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    DataSource database() {
        return bean(DataSource.class);
    }

    /** A client with every right. */
    ApiClient chief() {
        return chief(context);
    }

    private static ApiClient chief(ConfigurableApplicationContext context) {
        return ApiClient.anonymous(
                        "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"))
                .as("chief", PASSWORD);
    }

    /** The server process of PostgreSQL; its sessions are its children. */
    ProcessHandle postgres() throws IOException {
        Path pid = folder.resolve("postgres").resolve("data").resolve("postmaster.pid");
        return ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(pid).getFirst().strip()))
                .orElseThrow();
    }

    String sealKey() {
        return sealKey;
    }

    /** The settings of a Kafka client with every right. */
    Map<String, Object> kafka() {
        return new HashMap<>(servers.kafka().clientSettings(BrokerUsers.BROKER));
    }

    Admin admin() {
        return Admin.create(kafka());
    }

    @Override
    public void close() {
        try {
            context.close();
        } finally {
            servers.close();
        }
    }
}
