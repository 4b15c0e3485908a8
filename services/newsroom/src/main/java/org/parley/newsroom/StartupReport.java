package org.parley.newsroom;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.access.account.InitialPassword;
import org.parley.newsroom.DossierLoader.LoadResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.retry.RetryException;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.web.client.HttpStatusCodeException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Loads the dossier after the start; when everything works, prints the addresses and how to sign in. */
final class StartupReport {
    private static final Logger LOG = LoggerFactory.getLogger(StartupReport.class);

    /** How long a component may take to work after the start, such as a reader that joins its group. */
    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(30);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final Environment environment;
    private final DossierLoader dossier;
    private final InitialPassword firstSignIn;
    private final String kafka;

    private @Nullable String loaded;
    private Optional<String> firstPassword = Optional.empty();

    StartupReport(Environment environment, DossierLoader dossier, InitialPassword firstSignIn, String kafka) {
        this.environment = environment;
        this.dossier = dossier;
        this.firstSignIn = firstSignIn;
        this.kafka = kafka;
    }

    /** Loads the dossier before the program counts as ready. */
    @EventListener(ApplicationReadyEvent.class)
    void loadDossier() {
        firstPassword = firstSignIn.takePassword();
        loaded = loadDossier(address());
    }

    /** Prints the report once, when the program is ready. */
    @EventListener
    void reportWhenReady(AvailabilityChangeEvent<ReadinessState> change) {
        if (change.getState() == ReadinessState.ACCEPTING_TRAFFIC) {
            report();
        }
    }

    void report() {
        if (loaded != null) {
            String address = address();
            System.out.println(text(address, loaded, awaitHealthy(address)));
            loaded = null;
            firstPassword = Optional.empty();
        }
    }

    private String address() {
        return "http://" + host(environment.getProperty("server.address", "127.0.0.1")) + ":"
                + environment.getRequiredProperty("local.server.port");
    }

    /** Waits until every component works; false if one does not in time, or the server does not answer. */
    private static boolean awaitHealthy(String address) {
        RestClient client = RestClient.create(address);
        RetryPolicy untilHealthy = RetryPolicy.builder()
                .includes(HttpStatusCodeException.class)
                .maxRetries(Long.MAX_VALUE)
                .delay(POLL_INTERVAL)
                .timeout(HEALTH_LIMIT)
                .build();
        try {
            new RetryTemplate(untilHealthy)
                    .execute(() ->
                            client.get().uri("/actuator/health").retrieve().toBodilessEntity());
            return true;
        } catch (RetryException e) {
            LOG.warn("not every component is healthy", e);
            return false;
        }
    }

    /** The host name for this machine's own clients of a server that listens on an address. */
    static String host(String listening) {
        try {
            InetAddress address = InetAddress.getByName(listening);
            if (address.isAnyLocalAddress() || address.equals(InetAddress.getByName("127.0.0.1"))) {
                return "localhost";
            }
            return address instanceof Inet6Address ? "[" + address.getHostAddress() + "]" : listening;
        } catch (UnknownHostException e) {
            return listening;
        }
    }

    /**
     * Loads the dossier and describes the result. A failure is only reported, because newsroom works without the
     * dossier and must still print how to sign in.
     */
    private String loadDossier(String address) {
        try {
            LoadResult loaded = dossier.load(address);
            return "%d developments loaded, %d of them new%s"
                    .formatted(
                            loaded.lines() - loaded.refused(),
                            loaded.added(),
                            loaded.refused() == 0 ? "" : ", " + loaded.refused() + " REFUSED (see the log)");
        } catch (RestClientException e) {
            LOG.error("the dossier was not loaded", e);
            return "NOT LOADED (see the log); the next start tries again";
        }
    }

    private String signIn() {
        if (!environment.getProperty("parley.access.local", Boolean.class, true)) {
            return "with your organisation's provider";
        }
        return firstPassword
                .map(password -> "chief, password " + password + "   (shown only this once)")
                .orElse("chief, with the password of the first start or PARLEY_PASSWORD");
    }

    private static String heading(String address, boolean healthy) {
        return healthy
                ? "Parley is running."
                : "Parley has started, but does not work fully: see " + address + "/actuator/health";
    }

    private String text(String address, String loaded, boolean healthy) {
        return """

                %6$s

                  Desk       %1$s/
                  Sign in    %2$s
                  State      %1$s/api/negotiations/%4$s
                  Trail      %1$s/api/negotiations/%4$s/trail
                  API        %1$s/openapi.json   (to try it: %1$s/swagger-ui/index.html)
                  Kafka      %3$s, topic parley.ledger.v1, to read without a password
                  Dossier    %4$s: %5$s
                """.formatted(address, signIn(), kafka, DossierLoader.NEGOTIATION, loaded, heading(address, healthy));
    }
}
