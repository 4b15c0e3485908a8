package org.parley.archive.state;

import java.time.Clock;
import javax.sql.DataSource;
import org.parley.archive.state.query.MatterStateReader;
import org.parley.archive.state.query.NegotiationSearch;
import org.parley.archive.state.query.StateQueries;
import org.parley.archive.state.query.StateRepository;
import org.parley.archive.state.web.AlertController;
import org.parley.archive.state.web.DiffController;
import org.parley.archive.state.web.MatterController;
import org.parley.archive.state.web.MatterListController;
import org.parley.archive.state.web.NegotiationController;
import org.parley.archive.state.web.StatusHistoryController;
import org.parley.archive.state.web.TimeMapController;
import org.parley.archive.trail.query.LastDevelopments;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the state queries. */
@Configuration(proxyBeanMethods = false)
public class StateConfiguration {
    @Bean
    StateQueries states(DataSource database) {
        return new StateQueries(
                new StateRepository(database), new MatterStateReader(database), new NegotiationSearch(database));
    }

    @Bean
    NegotiationController negotiationController(StateQueries states, Clock clock) {
        return new NegotiationController(states, clock);
    }

    @Bean
    DiffController diffController(StateQueries states, Clock clock) {
        return new DiffController(states, clock);
    }

    @Bean
    StatusHistoryController statusHistoryController(StateQueries states, Clock clock) {
        return new StatusHistoryController(states, clock);
    }

    @Bean
    TimeMapController timeMapController(StateQueries states) {
        return new TimeMapController(states);
    }

    @Bean
    AlertController alertController(StateQueries states, Clock clock) {
        return new AlertController(states, clock);
    }

    @Bean
    MatterListController matterListController(StateQueries states, DataSource database, Clock clock) {
        return new MatterListController(states, new LastDevelopments(database), clock);
    }

    @Bean
    MatterController matterController(StateQueries states, Clock clock) {
        return new MatterController(states, clock);
    }
}
