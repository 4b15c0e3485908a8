package org.parley.desk.api;

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
 * Connections to services of which several may answer under one name. To connect, each address of the name is tried in
 * turn, so that a dead one costs a moment at most; but what was sent to one is never sent to another by itself.
 */
final class Connections {
    private static final Timeout CONNECT = Timeout.ofSeconds(2);

    /** So that connections spread again over those that came back. */
    private static final TimeValue KEPT = TimeValue.ofSeconds(30);

    /** Every live stream has one; Apache's own limit is 5 a service. */
    private static final int MOST = 4_000;

    private Connections() {}

    /**
     * Makes connections.
     *
     * @param names what addresses a name has
     * @param silence how long nothing may come, before an answer or within it
     */
    static HttpComponentsClientHttpRequestFactory to(DnsResolver names, Duration silence) {
        PoolingHttpClientConnectionManager connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(names)
                .setMaxConnPerRoute(MOST)
                .setMaxConnTotal(2 * MOST)
                .setDefaultSocketConfig(
                        SocketConfig.custom().setTcpNoDelay(true).build())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(Timeout.of(silence))
                        .setTimeToLive(KEPT)
                        // A command must not go out on a connection whose other end is known to be gone.
                        .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                        .build())
                .build();
        return new HttpComponentsClientHttpRequestFactory(HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setExpectContinueEnabled(false)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .addExecInterceptorFirst("break-off", new BreakOff())
                // Answers go on as they are.
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .build());
    }
}
