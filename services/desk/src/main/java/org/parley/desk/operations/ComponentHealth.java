package org.parley.desk.operations;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.parley.desk.client.ArchiveClient;
import org.parley.desk.client.LedgerClient;
import org.parley.desk.client.ServiceRefusedException;
import org.parley.desk.client.ServiceUnavailableException;
import org.parley.desk.page.StatusScale;
import tools.jackson.databind.JsonNode;

/** The health of a component. */
record ComponentHealth(String part, String status, String detail) {
    /** What the status looks like. */
    public StatusScale step() {
        return status.equals("UP") ? StatusScale.IN_FORCE : StatusScale.BROKEN;
    }

    static List<ComponentHealth> of(LedgerClient ledger, ArchiveClient archive) {
        List<ComponentHealth> lines = new ArrayList<>();
        lines.addAll(of("ledger", ledger::health, List.of("db", "relay", "diskSpace")));
        lines.addAll(of("archive", archive::health, List.of("projections")));
        return lines;
    }

    private static List<ComponentHealth> of(String service, Supplier<JsonNode> health, List<String> parts) {
        try {
            JsonNode components = health.get().path("components");
            return parts.stream()
                    .filter(components::has)
                    .map(part -> new ComponentHealth(
                            part,
                            components.path(part).path("status").asString(),
                            part.equals("relay") || part.equals("projections")
                                    ? describe(components.path(part).path("details"))
                                    : ""))
                    .toList();
        } catch (ServiceRefusedException | ServiceUnavailableException e) {
            return List.of(new ComponentHealth(service, "DOWN", String.valueOf(e.getMessage())));
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
