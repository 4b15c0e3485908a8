package org.parley.acceptance.environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/** The read models, as shown to a chief. */
public record Projections(DeskClient desk) {
    private static final Duration WITHIN = Duration.ofMinutes(3);
    private static final String STATE = "/api/projections/state";

    /**
     * Rebuilds the state projection from Kafka. Returns when the new build is current and the former builds are
     * deleted.
     */
    public void rebuildStates() {
        int before = desk.json(STATE).path("build").asInt();
        assertThat(desk.post(STATE + "/rebuild", "application/json", "").statusCode())
                .isEqualTo(202);
        await().atMost(WITHIN).ignoreExceptions().until(() -> desk.json(STATE), state -> isBuilt(state, before));
        for (JsonNode former : desk.json(STATE).path("former")) {
            desk.delete(STATE + "/builds/" + former.path("build").asInt());
        }
    }

    private static boolean isBuilt(JsonNode state, int before) {
        return state.path("rebuild").isMissingNode() && state.path("build").asInt() > before;
    }
}
