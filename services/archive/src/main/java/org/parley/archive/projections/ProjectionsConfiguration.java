package org.parley.archive.projections;

import java.util.stream.Stream;
import javax.sql.DataSource;
import org.parley.archive.proof.ProofProjection;
import org.parley.archive.state.StateProjection;
import org.parley.archive.trail.TrailProjection;
import org.parley.stream.ProjectionReader;
import org.parley.stream.ReaderSettings;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the projections with their readers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KafkaProperties.class)
public class ProjectionsConfiguration {
    @Bean
    Readers projectionReaders(DataSource database, KafkaProperties kafka, ReadModels readModels) {
        ReadModelSchema.migrate(database);
        ReaderSettings settings = ReaderSettings.of(kafka.bootstrapServers(), kafka.ledgerTopic());
        Readers readers = new Readers(Stream.of(new TrailProjection(), new StateProjection(), new ProofProjection())
                .map(projection -> new ProjectionReader(projection, database, ReadModelSchema.NAME, settings))
                .toList());
        readers.onCommit(readModels::wentOn);
        return readers;
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
    ProjectionsHealth projectionsHealthIndicator(Readers readers) {
        return new ProjectionsHealth(readers);
    }
}
