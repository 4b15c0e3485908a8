package org.parley.archive.trail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import javax.sql.DataSource;
import org.parley.access.session.AuthenticationMonitor;
import org.parley.archive.trail.live.LivePoller;
import org.parley.archive.trail.live.LiveStreamController;
import org.parley.archive.trail.live.LiveStreamProperties;
import org.parley.archive.trail.live.LiveUpdateFeed;
import org.parley.archive.trail.query.TrailCounter;
import org.parley.archive.trail.query.TrailRepository;
import org.parley.archive.trail.web.CalendarController;
import org.parley.archive.trail.web.DevelopmentController;
import org.parley.archive.trail.web.NamesController;
import org.parley.archive.trail.web.TrailController;
import org.parley.archive.trail.web.TrailExport;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Configures the trail. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LiveStreamProperties.class)
public class ArchiveTrailConfiguration {
    @Bean
    TrailRepository trail(DataSource database) {
        return new TrailRepository(JdbcClient.create(database));
    }

    @Bean
    TrailExport trailExport(TrailRepository trail) {
        return new TrailExport(trail);
    }

    @Bean
    TrailCounter trailCounts(DataSource database) {
        return new TrailCounter(JdbcClient.create(database));
    }

    @Bean
    TrailController trailController(TrailRepository trail, TrailCounter counts, Clock clock) {
        return new TrailController(trail, counts, clock);
    }

    @Bean
    CalendarController calendarController(TrailRepository trail, TrailCounter counts, Clock clock) {
        return new CalendarController(trail, counts, clock);
    }

    @Bean
    DevelopmentController developmentController(TrailRepository trail, Clock clock) {
        return new DevelopmentController(trail, clock);
    }

    @Bean
    NamesController namesController(TrailRepository trail, Clock clock) {
        return new NamesController(trail, clock);
    }

    @Bean
    LiveUpdateFeed liveUpdateFeed(DataSource database, TrailRepository trail, LiveStreamProperties properties) {
        return new LiveUpdateFeed(new LivePoller(database, trail), properties.look());
    }

    @Bean
    LiveStreamController liveController(
            TrailRepository trail,
            LiveUpdateFeed watch,
            LiveStreamProperties properties,
            AuthenticationMonitor admissions) {
        return new LiveStreamController(trail, watch, properties, admissions);
    }

    @Bean
    MeterBinder liveMeters(LiveUpdateFeed watch) {
        return registry -> Gauge.builder("parley.stream.subscribers", watch, LiveUpdateFeed::subscriberCount)
                .description("Live streams that are open")
                .register(registry);
    }
}
