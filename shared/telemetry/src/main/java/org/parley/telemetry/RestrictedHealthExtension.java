package org.parley.telemetry;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.ApiVersion;
import org.springframework.boot.actuate.endpoint.web.annotation.EndpointWebExtension;
import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointWebExtension;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.health.registry.ReactiveHealthContributorRegistry;

/**
 * The health endpoint of a service. Callers that may not see the components, such as probes, get UP or DOWN only,
 * without even the names of the groups.
 */
@EndpointWebExtension(endpoint = HealthEndpoint.class)
final class RestrictedHealthExtension extends HealthEndpointWebExtension {
    private static final Set<Status> HEALTHY = Set.of(Status.UP, Status.UNKNOWN);

    RestrictedHealthExtension(
            HealthContributorRegistry registry,
            @Nullable ReactiveHealthContributorRegistry reactive,
            HealthEndpointGroups groups,
            @Nullable Duration slow) {
        super(registry, reactive, groups, slow);
    }

    @Override
    protected HealthDescriptor aggregateDescriptors(
            ApiVersion version,
            Map<String, HealthDescriptor> components,
            StatusAggregator aggregator,
            boolean showComponents,
            @Nullable Set<String> groups) {
        return showComponents
                ? super.aggregateDescriptors(version, components, aggregator, true, groups)
                : super.aggregateDescriptors(version, components, upOrDown(aggregator), false, null);
    }

    private static StatusAggregator upOrDown(StatusAggregator aggregator) {
        return statuses -> HEALTHY.contains(aggregator.getAggregateStatus(statuses)) ? Status.UP : Status.DOWN;
    }
}
