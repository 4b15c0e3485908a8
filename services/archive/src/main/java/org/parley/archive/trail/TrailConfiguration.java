package org.parley.archive.trail;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Wires the trail. */
@Configuration(proxyBeanMethods = false)
public class TrailConfiguration {
    @Bean
    Trail trail(DataSource database) {
        return new Trail(JdbcClient.create(database));
    }

    @Bean
    TrailExport trailExport(Trail trail) {
        return new TrailExport(trail);
    }

    @Bean
    TrailController trailController(Trail trail, Clock clock) {
        return new TrailController(trail, clock);
    }

    @Bean
    DevelopmentController developmentController(Trail trail, Clock clock) {
        return new DevelopmentController(trail, clock);
    }
}
