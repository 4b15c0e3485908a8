package org.parley.desk.chief;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.parley.desk.api.Archive;
import org.parley.desk.api.Ledger;
import org.parley.desk.api.Refused;
import org.parley.desk.api.Unreachable;
import tools.jackson.databind.JsonNode;

/** The health of a component. */
record HealthLine(String part, String status, String detail) {
    static List<HealthLine> of(Ledger ledger, Archive archive) {
        List<HealthLine> lines = new ArrayList<>();
        lines.addAll(of("ledger", ledger::health, List.of("db", "relay", "diskSpace")));
        lines.addAll(of("archive", archive::health, List.of("projections")));
        return lines;
    }

    private static List<HealthLine> of(String service, Supplier<JsonNode> health, List<String> parts) {
        try {
            JsonNode components = health.get().path("components");
            return parts.stream()
                    .filter(components::has)
                    .map(part -> new HealthLine(
                            part,
                            components.path(part).path("status").asString(),
                            part.equals("relay") || part.equals("projections")
                                    ? describe(components.path(part).path("details"))
                                    : ""))
                    .toList();
        } catch (Refused | Unreachable e) {
            return List.of(new HealthLine(service, "DOWN", String.valueOf(e.getMessage())));
        }
    }

    private static String describe(JsonNode details) {
        List<String> parts = new ArrayList<>();
        details.propertyStream()
                .forEach(detail -> parts.add(detail.getKey() + " "
                        + (detail.getValue().isValueNode() ? detail.getValue().asString() : detail.getValue())));
        return String.join(", ", parts);
    }
}
