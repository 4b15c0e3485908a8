package org.parley.desk.operations;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** An account as shown to a chief. */
record AccountView(String name, String role, Instant createdAt, String createdBy, boolean enabled) {
    static AccountView of(JsonNode json) {
        return new AccountView(
                json.path("name").asString(),
                json.path("role").asString(),
                Instant.parse(json.path("createdAt").asString()),
                json.path("createdBy").asString(),
                json.path("enabled").asBoolean());
    }
}
