package org.parley.archive.trail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import javax.sql.DataSource;
import org.parley.access.Admissions;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Configures the trail. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveProperties.class)
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
    TrailCounts trailCounts(DataSource database) {
        return new TrailCounts(JdbcClient.create(database));
    }

    @Bean
    TrailController trailController(Trail trail, TrailCounts counts, Clock clock) {
        return new TrailController(trail, counts, clock);
    }

    @Bean
    CalendarController calendarController(Trail trail, TrailCounts counts, Clock clock) {
        return new CalendarController(trail, counts, clock);
    }

    @Bean
    DevelopmentController developmentController(Trail trail, Clock clock) {
        return new DevelopmentController(trail, clock);
    }

    @Bean
    LiveWatch liveWatch(DataSource database, Trail trail, LiveProperties properties) {
        return new LiveWatch(new LiveLook(database, trail), properties.look());
    }

    @Bean
    LiveController liveController(Trail trail, LiveWatch watch, LiveProperties properties, Admissions admissions) {
        return new LiveController(trail, watch, properties, admissions);
    }

    @Bean
    MeterBinder liveMeters(LiveWatch watch) {
        return registry -> Gauge.builder("parley.stream.subscribers", watch, LiveWatch::watching)
                .description("Live streams that are open")
                .register(registry);
    }
}
