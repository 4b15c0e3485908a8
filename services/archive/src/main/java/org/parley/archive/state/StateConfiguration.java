package org.parley.archive.state;

import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the state queries. */
@Configuration(proxyBeanMethods = false)
public class StateConfiguration {
    @Bean
    States states(DataSource database) {
        return new States(new StateRecords(database), new FoldedStates(database));
    }

    @Bean
    NegotiationController negotiationController(States states, Clock clock) {
        return new NegotiationController(states, clock);
    }

    @Bean
    DiffController diffController(States states, Clock clock) {
        return new DiffController(states, clock);
    }

    @Bean
    TimeMapController timeMapController(States states) {
        return new TimeMapController(states);
    }

    @Bean
    MatterController matterController(States states, Clock clock) {
        return new MatterController(states, clock);
    }
}
