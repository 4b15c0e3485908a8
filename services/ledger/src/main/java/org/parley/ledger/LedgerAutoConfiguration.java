package org.parley.ledger;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandBusSpanFactory;
import org.axonframework.commandhandling.DuplicateCommandHandlerResolver;
import org.axonframework.commandhandling.SimpleCommandBus;
import org.axonframework.common.jdbc.PersistenceExceptionResolver;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.eventsourcing.eventstore.jdbc.EventSchema;
import org.axonframework.messaging.interceptors.CorrelationDataInterceptor;
import org.axonframework.serialization.Serializer;
import org.flywaydb.core.Flyway;
import org.parley.access.pass.InternalJwtAudience;
import org.parley.contract.seal.SealKeys;
import org.parley.ledger.admission.AdmissionInterceptor;
import org.parley.ledger.admission.CommandFailures;
import org.parley.ledger.admission.StartupComparison;
import org.parley.ledger.aggregate.CachedAggregateWeigher;
import org.parley.ledger.aggregate.MatterAggregateConfiguration;
import org.parley.ledger.command.CommandConfiguration;
import org.parley.ledger.command.CommandRecorder;
import org.parley.ledger.documentation.CommandDocumentation;
import org.parley.ledger.embargo.EmbargoReleaseJob;
import org.parley.ledger.relay.Relay;
import org.parley.ledger.relay.RelaySettings;
import org.parley.ledger.relay.RestoreController;
import org.parley.ledger.relay.TopicRestore;
import org.parley.ledger.relay.UnverifiedClaims;
import org.parley.ledger.store.AggregateCache;
import org.parley.ledger.store.DevelopmentSerializer;
import org.parley.ledger.store.EmbargoEndTable;
import org.parley.ledger.store.EventAppender;
import org.parley.ledger.store.EventRestorer;
import org.parley.ledger.store.LedgerEntryTable;
import org.parley.ledger.store.LedgerEventStorageEngine;
import org.parley.ledger.store.NegotiationSessions;
import org.parley.ledger.store.PartyRegisterCache;
import org.parley.telemetry.EventTracing;
import org.parley.telemetry.PeriodicCheck;
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
@EnableConfigurationProperties({LedgerProperties.class, LedgerKafkaProperties.class, LedgerSealProperties.class})
@Import({
    MatterAggregateConfiguration.class,
    CommandConfiguration.class,
    CommandDocumentation.class,
    RelayTelemetryConfiguration.class
})
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
    InternalJwtAudience ledgerAudience() {
        return InternalJwtAudience.LEDGER;
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
        return CommandFailures::isKeyViolation;
    }

    @Bean(MatterAggregateConfiguration.CACHE)
    AggregateCache aggregateCache(LedgerProperties properties) {
        return new AggregateCache(properties.cacheBytes(), new CachedAggregateWeigher());
    }

    @Bean
    LedgerEntryTable ledgerEntries(JdbcClient jdbc, Flyway ledgerSchema) {
        return new LedgerEntryTable(jdbc);
    }

    @Bean
    PartyRegisterCache partyRegisters(EventStore store, LedgerEntryTable entries) {
        return new PartyRegisterCache(store, entries);
    }

    @Bean
    NegotiationSessions negotiationSessions(
            JdbcClient jdbc,
            Flyway ledgerSchema,
            PlatformTransactionManager transactions,
            AggregateCache matters,
            LedgerProperties properties) {
        EventAppender appender = new EventAppender(jdbc, transactions, properties.lockTimeout());
        return new NegotiationSessions(jdbc, appender, matters, properties.lockTimeout());
    }

    @Bean
    EventStorageEngine eventStorageEngine(
            DataSource dataSource,
            EventSchema schema,
            @Qualifier("eventSerializer") Serializer serializer,
            NegotiationSessions sessions) {
        return new LedgerEventStorageEngine(dataSource, schema, serializer, sessions);
    }

    /** Axon's command bus without a transaction around each command: an event is appended in a single statement. */
    @Bean
    SimpleCommandBus commandBus(org.axonframework.config.Configuration axon) {
        SimpleCommandBus commands = SimpleCommandBus.builder()
                .transactionManager(NoTransactionManager.INSTANCE)
                .duplicateCommandHandlerResolver(axon.getComponent(DuplicateCommandHandlerResolver.class))
                .spanFactory(axon.getComponent(CommandBusSpanFactory.class))
                .messageMonitor(axon.messageMonitor(CommandBus.class, "commandBus"))
                .build();
        commands.registerHandlerInterceptor(new CorrelationDataInterceptor<>(axon.correlationDataProviders()));
        return commands;
    }

    @Bean
    StoreSetup storeSetup(
            CommandBus commands,
            EventStore store,
            NegotiationSessions sessions,
            LedgerEntryTable entries,
            TransactionManager transactions,
            Clock clock) {
        commands.registerHandlerInterceptor(new AdmissionInterceptor(sessions, entries, store, transactions, clock));
        return new StoreSetup();
    }

    /** Marks that the interceptors are registered. Beans that dispatch commands depend on it. */
    record StoreSetup() {}

    @Bean
    CommandRecorder ledger(
            CommandBus commands,
            StoreSetup storeSetup,
            LedgerEntryTable entries,
            NegotiationSessions sessions,
            LedgerProperties properties,
            StartupComparison comparison,
            ObjectProvider<Relay> relay,
            MeterRegistry meters) {
        RetryTemplate retries = new RetryTemplate(RetryPolicy.builder()
                .maxRetries(properties.retries())
                .delay(FIRST_RETRY)
                .jitter(FIRST_RETRY)
                .multiplier(2)
                .maxDelay(LAST_RETRY)
                .predicate(CommandFailures::isRetryable)
                .build());
        retries.setRetryListener(new CommandRetryCounter(meters));
        return new CommandRecorder(
                commands, entries, sessions, retries, comparison, () -> relay.ifAvailable(Relay::wake));
    }

    @Bean
    StartupComparison startupComparison(LedgerProperties properties) {
        if (properties.startUncompared()) {
            LOG.warn("Commands are accepted although store and Kafka were not compared: if the database is an older"
                    + " backup, positions are assigned twice (parley.ledger.start-uncompared=true)");
            return StartupComparison.disabled();
        }
        return new StartupComparison(properties.startPatience());
    }

    @Bean
    RelaySettings relaySettings(LedgerProperties properties, LedgerKafkaProperties kafka, LedgerSealProperties seal) {
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
            StartupComparison comparison,
            EventTracing traces) {
        return new Relay(jdbc, settings, comparison, traces);
    }

    /** Only the ledger that holds the relay lease ends embargoes. */
    @Bean
    @ConditionalOnProperty(name = "parley.ledger.relay.enabled", matchIfMissing = true)
    PeriodicCheck embargoReleases(
            JdbcClient jdbc, Flyway ledgerSchema, CommandRecorder ledger, Relay relay, Clock clock) {
        return new PeriodicCheck(
                "embargo-releases", new EmbargoReleaseJob(new EmbargoEndTable(jdbc), ledger, relay::holdsLease, clock));
    }

    /** A ledger without a relay waits for the comparison of another ledger. */
    @Bean
    @ConditionalOnProperty(name = "parley.ledger.relay.enabled", havingValue = "false")
    PeriodicCheck otherRelayComparison(JdbcClient jdbc, Flyway ledgerSchema, StartupComparison comparison) {
        return Relay.watchOtherRelays(jdbc, comparison);
    }

    @Bean
    EventRestorer eventRestorer(
            JdbcClient jdbc,
            Flyway ledgerSchema,
            @Qualifier("eventSerializer") Serializer serializer,
            PlatformTransactionManager transactions,
            Clock clock) {
        return new EventRestorer(jdbc, serializer, transactions, clock);
    }

    @Bean
    UnverifiedClaims unverifiedClaims(JdbcClient jdbc, Flyway ledgerSchema) {
        return new UnverifiedClaims(jdbc);
    }

    @Bean
    RestoreController restoreController(RelaySettings settings, EventRestorer restorer, UnverifiedClaims unverified) {
        return new RestoreController(new TopicRestore(settings, restorer), unverified);
    }

    @Bean
    EventStoreCheck storeCheck(ApplicationContext context) {
        return new EventStoreCheck(context);
    }
}
