package org.parley.archive.table;

import java.time.Clock;
import javax.sql.DataSource;
import org.parley.access.documentation.OpenApiComponents;
import org.parley.archive.state.query.StateQueries;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Configures the tables for analysts. */
@Configuration(proxyBeanMethods = false)
public class TableConfiguration {
    @Bean
    AnalysisSource analysisSource(StateQueries states, DataSource database) {
        return new AnalysisSource(states, new HistoryScan(database));
    }

    @Bean
    TableController tableController(AnalysisSource source, Clock clock) {
        return new TableController(source, clock);
    }

    @Bean
    PanelController panelController(AnalysisSource source, Clock clock) {
        return new PanelController(source, clock);
    }

    @Bean
    NetworkController networkController(AnalysisSource source, Clock clock) {
        return new NetworkController(source, clock);
    }

    @Bean
    CountController countController(StateQueries states, AnalysisSource source, Clock clock) {
        return new CountController(states, source, clock);
    }

    @Bean
    CodebookController codebookController(AnalysisSource source, Clock clock) {
        return new CodebookController(source, clock);
    }

    /** Adds the schemas of the answers to the API description. */
    @Bean
    OpenApiCustomizer tableResponseSchemas() {
        return api -> OpenApiComponents.addAll(api, TableConfiguration.class, "/openapi/archive-tables.json");
    }
}
