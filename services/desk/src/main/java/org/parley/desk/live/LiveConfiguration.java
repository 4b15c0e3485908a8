package org.parley.desk.live;

import org.parley.desk.api.Archive;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** News for open pages. */
@Configuration(proxyBeanMethods = false)
@Import(LiveController.class)
public class LiveConfiguration {
    @Bean
    Signals signals(Archive archive) {
        return new Signals(archive);
    }
}
