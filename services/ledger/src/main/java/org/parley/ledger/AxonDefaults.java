package org.parley.ledger;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** What the ledger needs of Axon, below anything configured. */
final class AxonDefaults implements EnvironmentPostProcessor {
    private static final Map<String, Object> DEFAULTS = Map.of(
            "axon.axonserver.enabled", "false",
            "axon.serializer.general", "jackson3",
            "axon.serializer.events", "jackson3",
            "axon.serializer.messages", "jackson3",
            // Axon's time limits interrupt threads; the ledger bounds its waits in the database instead.
            "axon.timeout.enabled", "false");

    /** Read by Axon as system properties only: it would report home at every start, and advertise. */
    private static final Map<String, String> SYSTEM_DEFAULTS =
            Map.of("axoniq.update-checker.disabled", "true", "disable-axoniq-console-message", "true");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        SYSTEM_DEFAULTS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
        environment.getPropertySources().addLast(new MapPropertySource("parleyLedgerDefaults", DEFAULTS));
    }
}
