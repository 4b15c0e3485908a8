package org.parley.desk.client;

import java.time.Duration;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;

/**
 * HTTP connections to services with several instances under one DNS name. Connecting tries each address in turn, so
 * that an instance that is down costs at most the connect timeout; a request that was sent is never retried on another
 * instance.
 */
final class ServiceConnections {
    private static final Timeout CONNECT = Timeout.ofSeconds(2);

    /** Limited, so that connections spread over instances that are up again. */
    private static final TimeValue TIME_TO_LIVE = TimeValue.ofSeconds(30);

    /** Every live stream occupies a connection; Apache's default limit is 5 per service. */
    private static final int CONNECTIONS_MAX = 4_000;

    private ServiceConnections() {}

    /**
     * A request factory with its own connection pool.
     *
     * @param names resolves a service's name to its addresses
     * @param silence the read timeout, before a response and within it
     */
    static HttpComponentsClientHttpRequestFactory requestFactory(DnsResolver names, Duration silence) {
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setMaxConnPerRoute(CONNECTIONS_MAX)
                .setMaxConnTotal(2 * CONNECTIONS_MAX)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setTcpNoDelay(true).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(Timeout.of(silence))
                        .setTimeToLive(TIME_TO_LIVE)
                        // A command must not be sent on a connection that the other end has closed.
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .build();
        return new HttpComponentsClientHttpRequestFactory(HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setExpectContinueEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .addExecInterceptorFirst("break-off", new ConnectionAbortHandler())
                // Responses are passed on unchanged.
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .build());
    }
}
