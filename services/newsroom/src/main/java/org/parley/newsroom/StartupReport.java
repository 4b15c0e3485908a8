package org.parley.newsroom;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.parley.access.account.InitialPassword;
import org.parley.newsroom.DossierLoader.LoadResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.web.client.RestClientException;

/** Loads the dossier after the start, then prints the addresses and how to sign in. */
final class StartupReport {
    private static final Logger LOG = LoggerFactory.getLogger(StartupReport.class);

    private final Environment environment;
    private final DossierLoader dossier;
    private final InitialPassword firstSignIn;
    private final String kafka;

    StartupReport(Environment environment, DossierLoader dossier, InitialPassword firstSignIn, String kafka) {
        this.environment = environment;
        this.dossier = dossier;
        this.firstSignIn = firstSignIn;
        this.kafka = kafka;
    }

    @EventListener(ApplicationReadyEvent.class)
    void loadDossierAndReport() {
        String address = "http://" + host(environment.getProperty("server.address", "127.0.0.1")) + ":"
                + environment.getRequiredProperty("local.server.port");
        String loaded = loadDossier(address);
        System.out.println(text(address, loaded));
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
        Optional<String> made = firstSignIn.takePassword();
        if (!environment.getProperty("parley.access.local", Boolean.class, true)) {
            return "with your organisation's provider";
        }
        return made.map(password -> "chief, password " + password + "   (shown only this once)")
                .orElse("chief, with the password of the first start or PARLEY_PASSWORD");
    }

    private String text(String address, String loaded) {
        return """

                Parley is running.

                  Desk       %1$s/
                  Sign in    %2$s
                  State      %1$s/api/negotiations/%4$s
                  Trail      %1$s/api/negotiations/%4$s/trail
                  API        %1$s/openapi.json   (to try it: %1$s/swagger-ui/index.html)
                  Kafka      %3$s, topic parley.ledger.v1, to read without a password
                  Dossier    %4$s: %5$s
                """.formatted(address, signIn(), kafka, DossierLoader.NEGOTIATION, loaded);
    }
}
