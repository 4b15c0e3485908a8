package org.parley.newsroom;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.parley.contract.seal.SealKeys;
import org.parley.embedded.BackingServers;
import org.parley.embedded.EmbeddedServerException;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.NestedExceptionUtils;

/**
 * Parley as one process. It starts a PostgreSQL server and a Kafka broker on its data folder, then the services, which
 * use each other's HTTP and Kafka contracts as if they were separate processes.
 */
public final class Newsroom implements AutoCloseable {
    /** How long a stop waits for a start in progress. */
    private static final Duration STOP_DURING_START = Duration.ofMinutes(2);

    private final BackingServers servers;
    private final ConfigurableApplicationContext context;

    /** The Spring application: the services' auto-configurations and newsroom's own beans. */
    @SpringBootConfiguration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @Import(DossierConfiguration.class)
    static class Services {}

    private Newsroom(BackingServers servers, ConfigurableApplicationContext context) {
        this.servers = servers;
        this.context = context;
    }

    /**
     * Starts everything and returns when it is ready. The servers start while Spring prepares the services.
     *
     * @param arguments command-line arguments for Spring Boot
     * @throws EmbeddedServerException when a port is taken or a server does not start; the message is for the user
     */
    static Newsroom start(NewsroomSettings settings, String... arguments) {
        // Silences logging while the servers start; Spring Boot configures it later.
        LoggingSystem.get(Newsroom.class.getClassLoader()).beforeInitialize();
        settings.requireFreePort();
        BackingServers servers = BackingServers.begin(settings.data(), settings.kafkaPort(), NewsroomKafkaAccess.USERS);
        try {
            SpringApplication application = new SpringApplication(Services.class);
            application.setRegisterShutdownHook(false);
            String sealKey = new SealKeyFile(settings.data().resolve("seal-key")).readOrCreate();
            application.setDefaultProperties(properties(settings, servers, sealKey));
            application.addInitializers(context -> context.getBeanFactory()
                    .addBeanPostProcessor(ServerStartBarrier.begin(servers, context.getEnvironment()::getProperty)));
            return new Newsroom(servers, application.run(arguments));
        } catch (RuntimeException | Error e) {
            servers.close();
            throw e;
        }
    }

    private static Map<String, Object> properties(NewsroomSettings settings, BackingServers servers, String sealKey) {
        Map<String, Object> properties = new HashMap<>(Map.of(
                "server.port",
                settings.port(),
                "spring.datasource.url",
                servers.postgres().jdbcUrl(),
                "spring.datasource.username",
                servers.postgres().username(),
                "spring.datasource.password",
                servers.postgres().password(),
                SealKeys.PROPERTY,
                sealKey,
                "parley.archive.log-key-file",
                settings.data().resolve("log-key").toString(),
                "parley.ledger.spool.folder",
                settings.data().resolve("spool").toString()));
        properties.putAll(NewsroomKafkaAccess.properties(servers.kafka()));
        return properties;
    }

    /** Stops the services, then the servers. */
    @Override
    public void close() {
        try {
            context.close();
        } finally {
            servers.close();
        }
    }

    ConfigurableApplicationContext context() {
        return context;
    }

    /** Starts Parley and runs until the process receives a signal to stop. */
    public static void main(String[] arguments) {
        CompletableFuture<Newsroom> starting = new CompletableFuture<>();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(starting), "parley-stop"));
        try {
            NewsroomSettings settings = NewsroomSettings.of(System.getenv(), Path.of(""));
            System.out.println("Parley is starting; its data is kept in " + settings.data());
            starting.complete(start(settings, arguments));
        } catch (EmbeddedServerException e) {
            starting.completeExceptionally(e);
            System.err.println("Parley did not start: " + e.getMessage());
            System.exit(1);
        } catch (RuntimeException | Error e) {
            starting.completeExceptionally(e);
            // Everything is logged already; the root cause is repeated in the last line, where users look for it. Exits
            // explicitly, because other threads may still run.
            System.err.println("Parley did not start: "
                    + NestedExceptionUtils.getMostSpecificCause(e).getMessage());
            System.exit(1);
        }
    }

    /** Waits for a start in progress, because otherwise its PostgreSQL process would be left running. */
    private static void stop(CompletableFuture<Newsroom> starting) {
        try {
            starting.get(STOP_DURING_START.toSeconds(), TimeUnit.SECONDS).close();
        } catch (ExecutionException | TimeoutException e) {
            // The start failed and reported the reason, or it hangs; then the next start cleans up.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
