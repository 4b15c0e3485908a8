package org.parley.newsroom;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.parley.embedded.BackingServers;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Makes the beans that connect to a server wait until it accepts connections, so that the servers start while Spring
 * prepares everything else. PostgreSQL is awaited by the data source, Kafka by the properties with its address, without
 * which no client is made.
 */
final class ServerStartBarrier implements BeanPostProcessor {
    private static final String KAFKA = "parley.kafka";

    private final BackingServers servers;
    private final CompletableFuture<Void> kafkaReady;

    private ServerStartBarrier(BackingServers servers, CompletableFuture<Void> kafkaReady) {
        this.servers = servers;
        this.kafkaReady = kafkaReady;
    }

    /**
     * Begins to grant the services' rights as soon as Kafka accepts connections.
     *
     * @param property returns the value of a configuration property by name; null when it is not set
     */
    static ServerStartBarrier begin(BackingServers servers, Function<String, @Nullable String> property) {
        CompletableFuture<Void> ready = CompletableFuture.runAsync(
                () -> {
                    servers.awaitKafka();
                    NewsroomKafkaAccess.grantRights(servers.kafka(), property);
                },
                task -> Thread.ofPlatform().name("kafka-rights").start(task));
        return new ServerStartBarrier(servers, ready);
    }

    @Override
    public Object postProcessBeforeInitialization(Object bean, String name) {
        if (bean instanceof DataSource) {
            servers.awaitPostgres();
        } else if (isKafkaAddress(bean)) {
            awaitKafka();
        }
        return bean;
    }

    private static boolean isKafkaAddress(Object bean) {
        ConfigurationProperties properties =
                AnnotationUtils.findAnnotation(bean.getClass(), ConfigurationProperties.class);
        return properties != null && properties.prefix().equals(KAFKA);
    }

    private void awaitKafka() {
        try {
            kafkaReady.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException reason ? reason : e;
        }
    }
}
