package org.parley.access;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/** Defaults of every Parley service, below anything configured. */
final class AccessDefaults implements EnvironmentPostProcessor {

    private static final Map<String, Object> DEFAULTS = Map.of(
            "parley.access.password", "${PARLEY_PASSWORD:}",
            // One error shape: what Spring MVC refuses by itself is answered as problem+json too.
            "spring.mvc.problemdetails.enabled", "true",
            // It would read a form sent by PUT, of any size, before anybody was asked who they are.
            "spring.mvc.formcontent.filter.enabled", "false");

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        environment.getPropertySources().addLast(new MapPropertySource("parleyAccessDefaults", DEFAULTS));
    }
}
