package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.testkit.TestSealKeys;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * The settings of the Kafka clients come from the environment, and secrets from files that are named like properties.
 */
class LedgerKafkaPropertiesTest {
    /** For a process with several services that authenticate as different users. */
    @Test
    void ledgerClientSettingsTakePrecedence() {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addLast(new MapPropertySource(
                "given",
                Map.of(
                        "parley.kafka.client.security.protocol", "SASL_SSL",
                        "parley.kafka.client.sasl.jaas.config", "everybody's",
                        "parley.kafka.ledger-client.sasl.jaas.config", "the ledger's",
                        "parley.kafka.archive-client.sasl.jaas.config", "the archive's")));
        Binder binder = new Binder(ConfigurationPropertySources.from(sources));

        assertThat(binder.bindOrCreate("parley.kafka", LedgerKafkaProperties.class)
                        .client())
                .isEqualTo(Map.of("security.protocol", "SASL_SSL", "sasl.jaas.config", "the ledger's"));
    }

    @Test
    void relayReceivesSettingsByTheirKafkaNames() {
        MutablePropertySources sources = new MutablePropertySources();
        sources.addLast(new SystemEnvironmentPropertySource(
                "systemEnvironment",
                Map.of(
                        "PARLEY_KAFKA_BOOTSTRAP_SERVERS", "kafka:9093",
                        "PARLEY_KAFKA_CLIENT_SECURITY_PROTOCOL", "SASL_SSL")));
        sources.addLast(new MapPropertySource(
                "secrets",
                Map.of(
                        "parley.kafka.client.sasl.jaas.config",
                        "a secret",
                        "parley.stream.seal-key",
                        TestSealKeys.TEXT)));
        Binder binder = new Binder(ConfigurationPropertySources.from(sources));

        var relay = new LedgerAutoConfiguration()
                .relaySettings(
                        binder.bindOrCreate("parley.ledger", LedgerProperties.class),
                        binder.bindOrCreate("parley.kafka", LedgerKafkaProperties.class),
                        binder.bindOrCreate("parley.stream", LedgerSealProperties.class));

        assertThat(relay.bootstrapServers()).isEqualTo("kafka:9093");
        assertThat(relay.seals().current().fingerprint()).isEqualTo(TestSealKeys.KEY.fingerprint());
        assertThat(relay.kafka()).isEqualTo(Map.of("security.protocol", "SASL_SSL", "sasl.jaas.config", "a secret"));
    }
}
