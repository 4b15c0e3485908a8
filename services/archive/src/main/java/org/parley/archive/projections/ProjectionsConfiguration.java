package org.parley.archive.projections;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.parley.archive.proof.ProofProjection;
import org.parley.archive.proof.TreeSealStatus;
import org.parley.archive.state.projection.StateProjection;
import org.parley.archive.store.CommitListener;
import org.parley.archive.trail.projection.TrailProjection;
import org.parley.broker.KafkaAvailability;
import org.parley.broker.KafkaClients;
import org.parley.contract.seal.SealKeys;
import org.parley.projection.ReaderSettings;
import org.parley.projection.rebuild.ProjectionHost;
import org.parley.telemetry.EventTracing;
import org.parley.telemetry.PeriodicCheck;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Configures the projections and their readers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ArchiveKafkaProperties.class, ProjectionsProperties.class, ArchiveSealProperties.class})
public class ProjectionsConfiguration {
    @Bean
    ProjectionHosts projectionReaders(
            DataSource database,
            ArchiveKafkaProperties kafka,
            ArchiveSealProperties seal,
            ProjectionsProperties properties,
            List<CommitListener> listeners,
            EventTracing traces) {
        SealKeys seals = SealKeys.of(seal.sealKey(), seal.formerSealKey());
        ArchiveSchema.migrate(database);
        ReaderSettings settings = ReaderSettings.of(kafka.bootstrapServers(), kafka.ledgerTopic(), seals)
                .with(kafka.client());
        List<ProjectionHost> hosts = Stream.of(new TrailProjection(), new StateProjection(), new ProofProjection())
                .map(projection -> traces.isEnabled() ? new TracedProjection(projection, traces) : projection)
                .map(projection -> new ProjectionHost(
                        projection, database, ArchiveSchema.NAME, properties.readersOrDefault(), settings))
                .toList();
        for (ProjectionHost host : hosts) {
            host.onCommit(negotiations -> listeners.forEach(listener -> listener.committed(host.name(), negotiations)));
        }
        return new ProjectionHosts(hosts);
    }

    /**
     * Resolves the readers lazily, to break a cycle: they notify the checkpoint publisher of commits, and the publisher
     * depends on this bean.
     */
    @Bean
    TreeSealStatus sealedTrail(ObjectProvider<ProjectionHosts> readers) {
        return () -> readers.getObject()
                .host(ProofProjection.NAME)
                .map(host -> host.status().isSealed())
                .orElse(false);
    }

    /** Resolves the readers lazily, to break a cycle: they notify this bean of commits. */
    @Bean
    ReadModelAwaiter readModels(DataSource database, ObjectProvider<ProjectionHosts> readers) {
        return new ReadModelAwaiter(
                JdbcClient.create(database), () -> readers.getObject().hosts().forEach(ProjectionHost::applyAtOnce));
    }

    @Bean
    ProjectionsController projectionsController(ProjectionHosts readers, ForeignRecordMonitor foreign) {
        return new ProjectionsController(readers, foreign);
    }

    @Bean
    ProjectionsHealthIndicator projectionsHealthIndicator(
            ProjectionHosts readers, ForeignRecordMonitor foreign, ProjectionsProperties properties) {
        return new ProjectionsHealthIndicator(readers, foreign, properties.stuckAfter());
    }

    /** Created after the readers, which create the tables that it reads. */
    @Bean
    ForeignRecordMonitor foreignRecordMonitor(DataSource database, ProjectionHosts readers, Clock clock) {
        return new ForeignRecordMonitor(database, clock);
    }

    @Bean
    PeriodicCheck foreignRecordCheck(ForeignRecordMonitor watch) {
        return new PeriodicCheck("foreign-watch", watch::refresh);
    }

    @Bean
    ForeignRecordMeters foreignMeters(ForeignRecordMonitor watch) {
        return new ForeignRecordMeters(watch);
    }

    @Bean
    StuckProjectionDetector projectionWatch(
            ProjectionHosts readers, ArchiveKafkaProperties kafka, ProjectionsProperties properties) {
        KafkaAvailability reach =
                new KafkaAvailability(new KafkaClients(kafka.bootstrapServers(), kafka.client()), kafka.ledgerTopic());
        return new StuckProjectionDetector(readers, reach, properties.stuckAfter());
    }

    @Bean
    PeriodicCheck projectionGlance(StuckProjectionDetector watch) {
        return new PeriodicCheck("projection-watch", watch::refresh);
    }

    @Bean
    ProjectionMeters projectionMeters(ProjectionHosts readers, StuckProjectionDetector watch) {
        return new ProjectionMeters(readers, watch);
    }

    @Bean
    ProjectionProgressIndicator projectionProgressHealthIndicator(StuckProjectionDetector watch) {
        return new ProjectionProgressIndicator(watch);
    }
}
