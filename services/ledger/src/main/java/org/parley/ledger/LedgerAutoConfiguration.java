package org.parley.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.serialization.Serializer;
import org.flywaydb.core.Flyway;
import org.parley.access.PassAudience;
import org.parley.contract.seal.SealKeys;
import org.parley.ledger.aggregate.CachedBytes;
import org.parley.ledger.aggregate.MatterAggregates;
import org.parley.ledger.command.CommandApi;
import org.parley.ledger.command.Ledger;
import org.parley.ledger.documentation.CommandDocumentation;
import org.parley.ledger.embargo.EmbargoReleases;
import org.parley.ledger.relay.Relay;
import org.parley.ledger.relay.RelaySettings;
import org.parley.ledger.relay.TakeBack;
import org.parley.ledger.relay.TakeBackController;
import org.parley.ledger.relay.UnverifiedClaims;
import org.parley.ledger.store.AggregateCache;
import org.parley.ledger.store.Conflicts;
import org.parley.ledger.store.DeskInterceptor;
import org.parley.ledger.store.DevelopmentSerializer;
import org.parley.ledger.store.EmbargoEnds;
import org.parley.ledger.store.Entries;
import org.parley.ledger.store.FirstComparison;
import org.parley.ledger.store.LockTimeout;
import org.parley.ledger.store.PartyRegisters;
import org.parley.ledger.store.Restoration;
import org.parley.ledger.store.StampInterceptor;
import org.parley.telemetry.EventTraces;
import org.parley.telemetry.Glance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.retry.RetryPolicy;
import org.springframework.core.retry.RetryTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Configures the ledger in an application: the store in the schema {@code ledger}, the commands over HTTP, the relay.
 */
@AutoConfiguration(
        after = AxonOrderAutoConfiguration.class,
        beforeName = {
            "org.axonframework.springboot.autoconfig.JdbcAutoConfiguration",
            "org.axonframework.springboot.autoconfig.AxonAutoConfiguration"
        })
@EnableConfigurationProperties({LedgerProperties.class, KafkaProperties.class, SealProperties.class})
@Import({MatterAggregates.class, CommandApi.class, CommandDocumentation.class, RelayTelemetry.class})
public class LedgerAutoConfiguration {
    static final String SCHEMA = "ledger";

    private static final Logger LOG = LoggerFactory.getLogger(LedgerAutoConfiguration.class);

    private static final Duration FIRST_RETRY = Duration.ofMillis(5);
    private static final Duration LAST_RETRY = Duration.ofMillis(250);

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PassAudience ledgerPasses() {
        return PassAudience.LEDGER;
    }

    /** Migrates the tables. Every bean that reads them depends on this one. */
    @Bean
    Flyway ledgerSchema(DataSource dataSource) {
        Flyway flyway = Flyway.configure()
                .dataSource(dataSource)
                .schemas(SCHEMA)
                .locations("classpath:db/ledger")
                .javaMigrations(new EmbargoEndsMigration())
                .load();
        flyway.migrate();
        return flyway;
    }

    @Bean
    EventSchema eventSchema(Flyway ledgerSchema) {
        return EventSchema.builder()
                .eventTable(SCHEMA + ".domain_event_entry")
                .snapshotTable(SCHEMA + ".snapshot_event_entry")
                .globalIndexColumn("global_index")
                .aggregateIdentifierColumn("aggregate_identifier")
                .sequenceNumberColumn("sequence_number")
                .eventIdentifierColumn("event_identifier")
                .timestampColumn("time_stamp")
                .payloadTypeColumn("payload_type")
                .payloadRevisionColumn("payload_revision")
                .metaDataColumn("meta_data")
                .build();
    }

    @Bean
    @Qualifier("eventSerializer") Serializer developmentSerializer() {
        return new DevelopmentSerializer();
    }

    @Bean
    PersistenceExceptionResolver persistenceExceptionResolver() {
        return Conflicts::isKeyViolation;
    }

    @Bean(MatterAggregates.CACHE)
    AggregateCache aggregateCache(LedgerProperties properties) {
        return new AggregateCache(properties.cacheBytes(), new CachedBytes());
    }

    @Bean
    Entries ledgerEntries(JdbcClient jdbc, Flyway ledgerSchema) {
        return new Entries(jdbc);
    }

    @Bean
    PartyRegisters partyRegisters(EventStore store, Entries entries) {
        return new PartyRegisters(store, entries);
    }

    @Bean
    StoreSetup storeSetup(
            CommandBus commands,
            EventStore store,
            JdbcClient jdbc,
            PartyRegisters parties,
            Clock clock,
            LedgerProperties properties) {
        commands.registerHandlerInterceptor(new LockTimeout(jdbc, properties.lockTimeout()));
        commands.registerHandlerInterceptor(new DeskInterceptor(jdbc, parties, clock));
        store.registerDispatchInterceptor(new StampInterceptor(jdbc));
        return new StoreSetup();
    }

    /** Marks that the interceptors are registered. Beans that dispatch commands depend on it. */
    record StoreSetup() {}

    @Bean
    Ledger ledger(
            CommandBus commands,
            StoreSetup storeSetup,
            Entries entries,
            LedgerProperties properties,
            FirstComparison comparison,
            ObjectProvider<Relay> relay,
            MeterRegistry meters) {
        RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(properties.retries())
                .delay(FIRST_RETRY)
                .jitter(FIRST_RETRY)
                .multiplier(2)
                .maxDelay(LAST_RETRY)
                .predicate(Conflicts::isWorthARetry)
                .build());
        retries.setRetryListener(new CountedRetries(meters));
        return new Ledger(commands, entries, retries, comparison, () -> relay.ifAvailable(Relay::wake));
    }

    @Bean
    FirstComparison firstComparison(LedgerProperties properties) {
        if (properties.startUncompared()) {
            LOG.warn("Commands are accepted although store and Kafka were not compared: if the database is an older"
                    + " backup, positions are assigned twice (parley.ledger.start-uncompared=true)");
            return FirstComparison.overridden();
        }
        return new FirstComparison(properties.startPatience());
    }

    @Bean
    RelaySettings relaySettings(LedgerProperties properties, KafkaProperties kafka, SealProperties seal) {
        LedgerProperties.Relay relay = properties.relay();
        return new RelaySettings(
                kafka.bootstrapServers(),
                relay.topic(),
                relay.partitions(),
                relay.replicationFactor(),
                relay.batch(),
                relay.poll(),
                relay.lease(),
                kafka.client(),
                SealKeys.of(seal.sealKey(), seal.formerSealKey()));
    }

    @Bean(initMethod = "start")
    @ConditionalOnProperty(name = "parley.ledger.relay.enabled", matchIfMissing = true)
    Relay relay(
            JdbcClient jdbc,
            Flyway ledgerSchema,
            RelaySettings settings,
            FirstComparison comparison,
            EventTraces traces) {
        return new Relay(jdbc, settings, comparison, traces);
    }

    /** Only the ledger that holds the relay lease ends embargoes. */
    @Bean
    @ConditionalOnProperty(name = "parley.ledger.relay.enabled", matchIfMissing = true)
    Glance embargoReleases(JdbcClient jdbc, Flyway ledgerSchema, Ledger ledger, Relay relay, Clock clock) {
        return new Glance(
                "embargo-releases", new EmbargoReleases(new EmbargoEnds(jdbc), ledger, relay::holdsLease, clock));
    }

    /** A ledger without a relay waits for the comparison of another ledger. */
    @Bean
    @ConditionalOnProperty(name = "parley.ledger.relay.enabled", havingValue = "false")
    Glance othersComparison(JdbcClient jdbc, Flyway ledgerSchema, FirstComparison comparison) {
        return Relay.watchOthers(jdbc, comparison);
    }

    @Bean
    Restoration restoration(
            JdbcClient jdbc,
            Flyway ledgerSchema,
            @Qualifier("eventSerializer") Serializer serializer,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new Restoration(jdbc, serializer, transactions, clock);
    }

    @Bean
    UnverifiedClaims unverifiedClaims(JdbcClient jdbc, Flyway ledgerSchema) {
        return new UnverifiedClaims(jdbc);
    }

    @Bean
    TakeBackController takeBackController(
            RelaySettings settings, Restoration restorer, UnverifiedClaims unverified) {
        return new TakeBackController(new TakeBack(settings, restorer), unverified);
    }

    @Bean
    StoreCheck storeCheck(ApplicationContext context) {
        return new StoreCheck(context);
    }
}
