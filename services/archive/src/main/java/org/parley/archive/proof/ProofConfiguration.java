package org.parley.archive.proof;

import java.time.Clock;
import javax.sql.DataSource;
import org.parley.archive.trail.web.TrailExport;
import org.parley.contract.proof.SigningKey;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Configures the verifiable trail. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({LogKeyProperties.class, SignedCheckpointProperties.class})
public class ProofConfiguration {
    @Bean
    SigningKey logKey(LogKeyProperties properties) {
        return new LogKeyFile(properties.logKeyFile(), properties.logKeyName()).readOrCreate();
    }

    @Bean
    TrailMerkleTrees trailTrees(DataSource database, TrailExport trail) {
        return new TrailMerkleTrees(new JdbcTemplate(database), trail);
    }

    @Bean
    ExportController exportController(TrailExport trail, TrailMerkleTrees trees, Clock clock) {
        return new ExportController(trail, trees, clock);
    }

    @Bean
    SignedCheckpointController checkpointController(TrailMerkleTrees trees, SigningKey logKey, TreeSealStatus sealed) {
        return new SignedCheckpointController(trees, logKey, sealed);
    }

    @Bean
    SignedCheckpointPublisher checkpointPublisher(
            DataSource database,
            TrailMerkleTrees trees,
            SigningKey logKey,
            SignedCheckpointProperties properties,
            TreeSealStatus sealed) {
        return new SignedCheckpointPublisher(JdbcClient.create(database), trees, logKey, properties, sealed);
    }

    @Bean
    ProofController proofController(TrailMerkleTrees trees) {
        return new ProofController(trees);
    }
}
