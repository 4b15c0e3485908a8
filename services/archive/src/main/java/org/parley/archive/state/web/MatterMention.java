package org.parley.archive.state.web;

import java.util.stream.Stream;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import tools.jackson.databind.JsonNode;

/**
 * Whether the detail of a matter refers to another matter: a vote about it, a meeting that touched it, a part of an
 * agreement, and an agreement that a vote ratified or refused.
 */
final class MatterMention {
    private MatterMention() {}

    /**
     * Whether a matter refers to another one.
     *
     * @param matter the matter's state as JSON
     * @param other the matter that it may refer to
     */
    static boolean isOf(JsonNode matter, MatterAddress other) {
        JsonNode detail = matter.path("detail");
        String reference = other.kind().slug() + "/" + other.slug();
        return contains(detail.path("about"), reference)
                || detail.path("outcomes")
                        .valueStream()
                        .anyMatch(outcome -> contains(outcome.path("touches"), reference))
                || isAgreement(matter)
                        && other.kind() == MatterKind.AGREEMENT
                        && detail.path("partOf").asString("").equals(other.slug())
                || other.kind() == MatterKind.VOTE
                        && Stream.of("ratifiedBy", "refusedBy")
                                .flatMap(decision -> detail.path(decision).valueStream())
                                .anyMatch(decision ->
                                        decision.path("vote").asString("").equals(other.slug()));
    }

    /** A guarantee is part of a package, which is no matter. */
    private static boolean isAgreement(JsonNode matter) {
        return matter.path("kind").asString().equals(MatterKind.AGREEMENT.slug());
    }

    private static boolean contains(JsonNode references, String reference) {
        return references.valueStream().anyMatch(each -> each.asString("").equals(reference));
    }
}
