package org.parley.archive.find;

import java.time.Clock;
import javax.sql.DataSource;
import org.parley.archive.state.query.StateQueries;
import org.parley.archive.trail.query.TrailRepository;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the search of a negotiation. */
@Configuration(proxyBeanMethods = false)
public class FindConfiguration {
    @Bean
    FindController findController(TrailRepository trail, StateQueries states, DataSource database, Clock clock) {
        return new FindController(new FindQueries(trail, states, database), clock);
    }
}
