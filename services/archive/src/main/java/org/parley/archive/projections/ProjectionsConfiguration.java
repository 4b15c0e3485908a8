package org.parley.archive.projections;

import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.parley.archive.proof.ProofProjection;
import org.parley.archive.proof.SealedTrail;
import org.parley.archive.state.StateProjection;
import org.parley.archive.store.CommitListener;
import org.parley.archive.trail.TrailProjection;
import org.parley.contract.seal.SealKeys;
import org.parley.stream.ReaderSettings;
import org.parley.stream.build.ProjectionHost;
import org.parley.telemetry.EventTraces;
import org.parley.telemetry.Glance;
import org.parley.telemetry.KafkaReach;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Configures the projections and their readers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaProperties.class, ProjectionsProperties.class, SealProperties.class})
public class ProjectionsConfiguration {
    @Bean
    Readers projectionReaders(
            DataSource database,
            KafkaProperties kafka,
            SealProperties seal,
            ProjectionsProperties properties,
            List<CommitListener> listeners,
            EventTraces traces) {
        SealKeys seals = SealKeys.of(seal.sealKey(), seal.formerSealKey());
        ArchiveSchema.migrate(database);
        ReaderSettings settings = ReaderSettings.of(kafka.bootstrapServers(), kafka.ledgerTopic(), seals)
                .with(kafka.client());
        List<ProjectionHost> hosts = Stream.of(new TrailProjection(), new StateProjection(), new ProofProjection())
                .map(projection -> traces.isOn() ? new TracedProjection(projection, traces) : projection)
                .map(projection -> new ProjectionHost(
                        projection, database, ArchiveSchema.NAME, properties.readersOrDefault(), settings))
                .toList();
        for (ProjectionHost host : hosts) {
            host.onCommit(negotiations -> listeners.forEach(listener -> listener.committed(host.name(), negotiations)));
        }
        return new Readers(hosts);
    }

    /**
     * Resolves the readers lazily, to break a cycle: they notify the checkpoint publisher of commits, and the publisher
     * depends on this bean.
     */
    @Bean
    SealedTrail sealedTrail(ObjectProvider<Readers> readers) {
        return () -> readers.getObject()
                .host(ProofProjection.NAME)
                .map(host -> host.status().sealed())
                .orElse(false);
    }

    @Bean
    ReadModels readModels(DataSource database) {
        return new ReadModels(JdbcClient.create(database));
    }

    @Bean
    ProjectionsController projectionsController(Readers readers, ForeignWatch foreign) {
        return new ProjectionsController(readers, foreign);
    }

    @Bean
    ProjectionsHealth projectionsHealthIndicator(
            Readers readers, ForeignWatch foreign, ProjectionsProperties properties) {
        return new ProjectionsHealth(readers, foreign, properties.stuckAfter());
    }

    /** Created after the readers, which create the tables that it reads. */
    @Bean
    ForeignWatch foreignWatch(DataSource database, Readers readers, Clock clock) {
        return new ForeignWatch(database, clock);
    }

    @Bean
    Glance foreignGlance(ForeignWatch watch) {
        return new Glance("foreign-watch", watch::look);
    }

    @Bean
    ForeignMeters foreignMeters(ForeignWatch watch) {
        return new ForeignMeters(watch);
    }

    @Bean
    ProjectionWatch projectionWatch(Readers readers, KafkaProperties kafka, ProjectionsProperties properties) {
        KafkaReach reach = new KafkaReach(kafka.bootstrapServers(), kafka.ledgerTopic(), kafka.client());
        return new ProjectionWatch(readers, reach, properties.stuckAfter());
    }

    @Bean
    Glance projectionGlance(ProjectionWatch watch) {
        return new Glance("projection-watch", watch::look);
    }

    @Bean
    ProjectionMeters projectionMeters(Readers readers, ProjectionWatch watch) {
        return new ProjectionMeters(readers, watch);
    }

    @Bean
    ProjectionProgress projectionProgressHealthIndicator(ProjectionWatch watch) {
        return new ProjectionProgress(watch);
    }
}
