package org.parley.archive.proof;

import java.time.Clock;
import javax.sql.DataSource;
import org.parley.archive.trail.TrailExport;
import org.parley.contract.proof.SigningKey;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Configures the verifiable trail. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LogKeyProperties.class, CheckpointProperties.class})
public class ProofConfiguration {
    @Bean
    SigningKey logKey(LogKeyProperties properties) {
        return new LogKeyFile(properties.logKeyFile(), properties.logKeyName()).readOrMake();
    }

    @Bean
    TrailTrees trailTrees(DataSource database, TrailExport trail) {
        return new TrailTrees(new JdbcTemplate(database), trail);
    }

    @Bean
    ExportController exportController(TrailExport trail, TrailTrees trees, Clock clock) {
        return new ExportController(trail, trees, clock);
    }

    @Bean
    CheckpointController checkpointController(TrailTrees trees, SigningKey logKey, SealedTrail sealed) {
        return new CheckpointController(trees, logKey, sealed);
    }

    @Bean
    CheckpointPublisher checkpointPublisher(
            DataSource database,
            TrailTrees trees,
            SigningKey logKey,
            CheckpointProperties properties,
            SealedTrail sealed) {
        return new CheckpointPublisher(JdbcClient.create(database), trees, logKey, properties, sealed);
    }

    @Bean
    ProofController proofController(TrailTrees trees) {
        return new ProofController(trees);
    }
}
