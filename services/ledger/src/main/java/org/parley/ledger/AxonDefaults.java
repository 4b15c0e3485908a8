package org.parley.ledger;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Axon settings that the ledger needs, with the lowest precedence. */
final class AxonDefaults implements EnvironmentPostProcessor {
    private static final Map<String, Object> DEFAULTS = Map.of(
            "axon.axonserver.enabled", "false",
            "axon.serializer.general", "jackson3",
            "axon.serializer.events", "jackson3",
            "axon.serializer.messages", "jackson3",
            // Axon's timeouts interrupt threads; the ledger limits its waits in the database instead.
            "axon.timeout.enabled", "false");

    /** Axon reads these only as system properties. They disable its update check and its advertisement. */
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
