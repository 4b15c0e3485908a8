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
 * The health of a service. Whom its parts are not shown to, such as probes, it tells UP or DOWN and nothing else, not even
 * the names of its groups.
 */
@EndpointWebExtension(endpoint = HealthEndpoint.class)
final class GuardedHealth extends HealthEndpointWebExtension {
    private static final Set<Status> FINE = Set.of(Status.UP, Status.UNKNOWN);

    GuardedHealth(
            HealthContributorRegistry registry,
            @Nullable ReactiveHealthContributorRegistry reactive,
            HealthEndpointGroups groups,
            @Nullable Duration slow) {
        super(registry, reactive, groups, slow);
    }

    @Override
    protected HealthDescriptor aggregateDescriptors(
            ApiVersion version,
            Map<String, HealthDescriptor> parts,
            StatusAggregator aggregator,
            boolean showParts,
            @Nullable Set<String> groups) {
        return showParts
                ? super.aggregateDescriptors(version, parts, aggregator, true, groups)
                : super.aggregateDescriptors(version, parts, upOrDown(aggregator), false, null);
    }

    private static StatusAggregator upOrDown(StatusAggregator aggregator) {
        return statuses -> FINE.contains(aggregator.getAggregateStatus(statuses)) ? Status.UP : Status.DOWN;
    }
}
