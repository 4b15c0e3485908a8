package org.parley.desk.token;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An API token as shown to a user who may revoke it.
 *
 * @param expires when it expires; null if it does not
 * @param lastUsed the last day (UTC) on which it was used; null if it never was
 */
record TokenView(
        String id,
        String name,
        String owner,
        List<String> scopes,
        Instant created,
        @Nullable Instant expires,
        @Nullable LocalDate lastUsed) {
    static TokenView of(JsonNode json) {
        JsonNode expires = json.path("expires");
        JsonNode lastUsed = json.path("lastUsed");
        return new TokenView(
                json.path("id").asString(),
                json.path("name").asString(),
                json.path("owner").asString(),
                json.path("scopes").valueStream().map(JsonNode::asString).toList(),
                Instant.parse(json.path("created").asString()),
                expires.isString() ? Instant.parse(expires.asString()) : null,
                lastUsed.isString() ? LocalDate.parse(lastUsed.asString()) : null);
    }

    /** Whether it has expired. */
    public boolean isOver() {
        return expires != null && !Instant.now().isBefore(expires);
    }
}
