package org.parley.desk.live;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.parley.desk.client.ArchiveClient;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Live news for open pages. */
@Configuration(proxyBeanMethods = false)
@Import(LivePageController.class)
public class LiveConfiguration {
    @Bean
    LiveUpdateBroadcaster signals(ArchiveClient archive) {
        return new LiveUpdateBroadcaster(archive);
    }

    @Bean
    MeterBinder pageMeters(LiveUpdateBroadcaster signals) {
        return registry -> Gauge.builder("parley.desk.listeners", signals, LiveUpdateBroadcaster::listenerCount)
                .description("Open pages that listen for news")
                .register(registry);
    }
}
