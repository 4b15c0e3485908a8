package org.parley.archive.feed;

import java.time.Clock;
import org.parley.archive.state.query.StateQueries;
import org.parley.archive.trail.query.TrailRepository;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the feeds. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
public class FeedConfiguration {
    @Bean
    FeedController feedController(TrailRepository trail, StateQueries states, FeedProperties properties, Clock clock) {
        FeedReader feeds = new FeedReader(trail);
        return new FeedController(feeds, new CalendarReader(states, feeds), properties, clock);
    }
}
