package org.parley.desk.form;

import java.util.List;
import java.util.Objects;
import org.parley.contract.Json;
import org.parley.desk.client.TrailEntryView;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a development says now, as the start of a correction. */
final class CorrectionContent {
    private CorrectionContent() {}

    /**
     * The current content of a development: the recorded content or that of the last
     * correction that is not retracted, with the last title and all sources.
     */
    static ObjectNode of(TrailEntryView target) {
        ObjectNode currentContent =
                target.data() instanceof ObjectNode recorded ? recorded.deepCopy() : Json.MAPPER.createObjectNode();
        for (TrailEntryView later : Objects.requireNonNullElse(target.said(), List.<TrailEntryView>of())) {
            if (later.type().equals("DevelopmentCorrected")
                    && !later.standing().equals("RETRACTED")
                    && later.data() != null
                    && later.data().path("replacement") instanceof ObjectNode replacement) {
                JsonNode title = currentContent.get("title");
                currentContent = replacement.deepCopy();
                currentContent.putIfAbsent("title", title);
            }
        }
        if (target.evidence() != null) {
            currentContent.set("evidence", Json.MAPPER.<JsonNode>valueToTree(target.evidence()));
        }
        return currentContent;
    }
}
