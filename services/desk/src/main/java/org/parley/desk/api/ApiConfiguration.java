package org.parley.desk.api;

import io.micrometer.observation.ObservationRegistry;
import java.net.http.HttpClient;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.parley.access.Passes;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** How the desk reaches the services. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskProperties.class)
public class ApiConfiguration {
    private static final String EVERYWHERE = "0.0.0.0";
    private static final Duration CONNECT = Duration.ofSeconds(3);

    @Bean
    Archive deskArchive(
            DeskProperties properties, Environment environment, Passes passes, ObservationRegistry observed) {
        return new Archive(service(properties.archiveUrl(), properties, environment, passes, observed));
    }

    @Bean
    Ledger deskLedger(DeskProperties properties, Environment environment, Passes passes, ObservationRegistry observed) {
        return new Ledger(service(properties.ledgerUrl(), properties, environment, passes, observed));
    }

    private static Service service(
            @Nullable String address,
            DeskProperties properties,
            Environment environment,
            Passes passes,
            ObservationRegistry observed) {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(CONNECT)
                .build();
        JdkClientHttpRequestFactory answers = new JdkClientHttpRequestFactory(client);
        answers.setReadTimeout(properties.patience());
        return new Service(
                RestClient.builder()
                        .requestFactory(answers)
                        .observationRegistry(observed)
                        .build(),
                // Its read timeout would be for the whole of a body.
                RestClient.builder()
                        .requestFactory(new JdkClientHttpRequestFactory(client))
                        .build(),
                properties.patience(),
                () -> address == null || address.isBlank() ? here(environment) : address,
                passes);
    }

    /** This server's own address; its port is known once it listens. */
    private static String here(Environment environment) {
        String listening = environment.getProperty("server.address", EVERYWHERE);
        String host = listening.equals(EVERYWHERE) || listening.equals("::") ? "localhost" : listening;
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + environment.getRequiredProperty("local.server.port");
    }
}
