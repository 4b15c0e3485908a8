package org.parley.desk.token;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A token, as whoever may revoke it sees it.
 *
 * @param expires until when it is good; null for ever
 * @param lastUsed the last day it was used; null if it never was
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

    /** Whether it is good no more. */
    public boolean isOver() {
        return expires != null && !Instant.now().isBefore(expires);
    }
}
