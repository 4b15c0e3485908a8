package org.parley.newsroom;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
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

/** Loads the dossiers after the start; when everything works, prints the addresses and how to sign in. */
final class StartupReport {
    private static final Logger LOG = LoggerFactory.getLogger(StartupReport.class);

    /** How long a component may take to work after the start, such as a reader that joins its group. */
    private static final Duration HEALTH_LIMIT = Duration.ofSeconds(30);

    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final Environment environment;
    private final DossierLoader dossiers;
    private final InitialPassword firstSignIn;
    private final String kafka;

    private @Nullable List<String> loaded;
    private Optional<String> firstPassword = Optional.empty();

    StartupReport(Environment environment, DossierLoader dossiers, InitialPassword firstSignIn, String kafka) {
        this.environment = environment;
        this.dossiers = dossiers;
        this.firstSignIn = firstSignIn;
        this.kafka = kafka;
    }

    /** Loads the dossiers before the program counts as ready. */
    @EventListener(ApplicationReadyEvent.class)
    void loadDossiers() {
        firstPassword = firstSignIn.takePassword();
        loaded = dossiers.dossiers().stream()
                .map(dossier -> dossier.name() + ": " + load(dossier))
                .toList();
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
     * Loads a dossier and describes the result. A failure is only reported, because newsroom works without the
     * dossier and must still print how to sign in.
     */
    private String load(Dossier dossier) {
        try {
            LoadResult result = dossiers.load(dossier, address());
            if (result.kept()) {
                return "not loaded, because this newsroom has a negotiation of that name already";
            }
            return "%d developments loaded, %d of them new%s"
                    .formatted(
                            result.lines() - result.refused(),
                            result.added(),
                            result.refused() == 0 ? "" : ", " + result.refused() + " REFUSED (see the log)");
        } catch (RestClientException e) {
            LOG.error("the dossier {} was not loaded", dossier.name(), e);
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

    private String text(String address, List<String> loaded, boolean healthy) {
        String negotiations = dossiers.dossiers().stream()
                .findFirst()
                .map(dossier -> """
                  State      %1$s/api/negotiations/%2$s
                  Trail      %1$s/api/negotiations/%2$s/trail
                """.formatted(address, dossier.name()))
                .orElse("");
        return """

                %5$s

                  Desk       %1$s/
                  Sign in    %2$s
                %4$s\
                  API        %1$s/openapi.json   (to try it: %1$s/swagger-ui/index.html)
                  Kafka      %3$s, topic parley.ledger.v1, to read without a password
                  Dossiers   %6$s
                """.formatted(
                        address,
                        signIn(),
                        kafka,
                        negotiations,
                        heading(address, healthy),
                        loaded.isEmpty() ? "none" : String.join("\n             ", loaded));
    }
}
