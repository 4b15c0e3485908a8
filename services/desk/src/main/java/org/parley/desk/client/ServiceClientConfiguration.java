package org.parley.desk.client;

import io.micrometer.observation.ObservationRegistry;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.jspecify.annotations.Nullable;
import org.parley.access.pass.InternalJwtAudience;
import org.parley.access.pass.InternalJwtService;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** The HTTP clients of the ledger and the archive. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskProperties.class)
public class ServiceClientConfiguration {
    private static final String ANY_ADDRESS = "0.0.0.0";

    /** Also used by the gateway. */
    @Bean
    HttpComponentsClientHttpRequestFactory deskConnections(DeskProperties properties) {
        return ServiceConnections.requestFactory(SystemDefaultDnsResolver.INSTANCE, properties.patience());
    }

    @Bean
    ArchiveClient deskArchive(
            DeskProperties properties,
            ClientHttpRequestFactory connections,
            Environment environment,
            InternalJwtService passes,
            ObservationRegistry observed) {
        return new ArchiveClient(service(
                properties.archiveUrl(), connections, environment, passes, InternalJwtAudience.ARCHIVE, observed));
    }

    @Bean
    LedgerClient deskLedger(
            DeskProperties properties,
            ClientHttpRequestFactory connections,
            Environment environment,
            InternalJwtService passes,
            ObservationRegistry observed) {
        return new LedgerClient(service(
                properties.ledgerUrl(), connections, environment, passes, InternalJwtAudience.LEDGER, observed));
    }

    private static ServiceClient service(
            @Nullable String address,
            ClientHttpRequestFactory connections,
            Environment environment,
            InternalJwtService passes,
            InternalJwtAudience audience,
            ObservationRegistry observed) {
        return new ServiceClient(
                RestClient.builder()
                        .requestFactory(connections)
                        .observationRegistry(observed)
                        .build(),
                // Not observed: a stream lasts as long as its reader, so its duration says nothing.
                RestClient.builder().requestFactory(connections).build(),
                () -> address == null || address.isBlank() ? ownAddress(environment) : address,
                passes,
                audience);
    }

    /** This server's own address; its port is known once it listens. */
    private static String ownAddress(Environment environment) {
        String listening = environment.getProperty("server.address", ANY_ADDRESS);
        String host = listening.equals(ANY_ADDRESS) || listening.equals("::") ? "localhost" : listening;
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":"
                + environment.getRequiredProperty("local.server.port");
    }
}
