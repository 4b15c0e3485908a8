package org.parley.desk.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.parley.desk.api.Archive;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Live news for open pages. */
@Configuration(proxyBeanMethods = false)
@Import(LiveController.class)
public class LiveConfiguration {
    @Bean
    Signals signals(Archive archive) {
        return new Signals(archive);
    }

    @Bean
    MeterBinder pageMeters(Signals signals) {
        return registry -> Gauge.builder("parley.desk.listeners", signals, Signals::listening)
                .description("Open pages that listen for news")
                .register(registry);
    }
}
