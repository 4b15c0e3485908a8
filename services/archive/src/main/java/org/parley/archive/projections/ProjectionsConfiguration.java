package org.parley.archive.projections;

import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.parley.archive.proof.ProofProjection;
import org.parley.archive.state.StateProjection;
import org.parley.archive.store.CommitListener;
import org.parley.archive.trail.TrailProjection;
import org.parley.stream.ReaderSettings;
import org.parley.stream.build.ProjectionHost;
import org.parley.telemetry.EventTraces;
import org.parley.telemetry.Glance;
import org.parley.telemetry.KafkaReach;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the projections with their readers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KafkaProperties.class, ProjectionsProperties.class})
public class ProjectionsConfiguration {
    @Bean
    Readers projectionReaders(
            DataSource database,
            KafkaProperties kafka,
            ProjectionsProperties properties,
            List<CommitListener> listeners,
            EventTraces traces) {
        ArchiveSchema.migrate(database);
        ReaderSettings settings =
                ReaderSettings.of(kafka.bootstrapServers(), kafka.ledgerTopic()).with(kafka.client());
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

    @Bean
    ReadModels readModels(DataSource database) {
        return new ReadModels(JdbcClient.create(database));
    }

    @Bean
    ProjectionsController projectionsController(Readers readers) {
        return new ProjectionsController(readers);
    }

    @Bean
    ProjectionsHealth projectionsHealthIndicator(Readers readers, ProjectionsProperties properties) {
        return new ProjectionsHealth(readers, properties.stuckAfter());
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
