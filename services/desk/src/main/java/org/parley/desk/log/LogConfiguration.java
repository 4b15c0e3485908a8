package org.parley.desk.log;

import java.time.Clock;
import org.parley.desk.api.Archive;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The command forms. */
@Configuration(proxyBeanMethods = false)
@Import(LogController.class)
public class LogConfiguration {
    @Bean
    FormDesk formDesk(Archive archive, Clock clock) {
        return new FormDesk(archive, clock);
    }
}
