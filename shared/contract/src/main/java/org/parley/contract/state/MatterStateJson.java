package org.parley.contract.state;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.domain.agreement.AgreementDetail;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.FieldName;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.RecentItems;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;
import org.parley.domain.understanding.UnderstandingDetail;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A matter's state as a read side stores it: writing and reading lose nothing. */
public final class MatterStateJson {
    private static final List<String> COUNTED =
            List.of("violations", "discussions", "deliveries", "shifts", "outcomes");

    private MatterStateJson() {}

    private record StoredMatterState(
            MatterAddress address,
            String title,
            String status,
            @Nullable Edtf since,
            JsonNode detail,
            @Nullable Instant certainFrom,
            boolean disputed,
            boolean held) {}

    /** The state as JSON text. */
    public static String write(MatterState state) {
        return Json.MAPPER.writeValueAsString(new StoredMatterState(
                state.address(),
                state.title(),
                state.status().name(),
                state.since(),
                Json.MAPPER.valueToTree(state.detail()),
                state.certainFrom().equals(Instant.MIN) ? null : state.certainFrom(),
                state.disputed(),
                state.held()));
    }

    /**
     * Reads the output of {@link #write}, also of former versions: those kept every occurrence instead of the latest
     * and a count, and lacked some parties and lists. The former version's tables answer queries while this version's
     * are rebuilt.
     */
    public static MatterState read(String json) {
        StoredMatterState kept = Json.MAPPER.readValue(json, StoredMatterState.class);
        MatterType<?, ?, ?> type = DomainCatalogue.type(kept.address().kind());
        Enum<?> status = type.lifecycle().states().stream()
                .filter(state -> state.name().equals(kept.status()))
                .findFirst()
                .orElseThrow();
        MatterDetail detail = Json.MAPPER.treeToValue(filled(counted(kept.detail()), type.details()), type.details());
        return new MatterState(
                kept.address(),
                kept.title(),
                status,
                kept.since(),
                detail,
                kept.certainFrom() == null ? Instant.MIN : kept.certainFrom(),
                kept.disputed(),
                kept.held());
    }

    /** Adds empty lists for the parties and lists that a former version's state lacks. */
    private static JsonNode filled(JsonNode json, Class<? extends MatterDetail> type) {
        if (json instanceof ObjectNode detail) {
            if (type == UnderstandingDetail.class && detail.has("by")) {
                detail.set("claimedBy", detail.remove("by"));
            }
            if (type == AgreementDetail.class) {
                agreement(detail);
            }
            for (RecordComponent component : type.getRecordComponents()) {
                if (!detail.has(FieldName.of(component))
                        && (component.getType() == Parties.class || component.getType() == List.class)) {
                    detail.putArray(FieldName.of(component));
                }
            }
        }
        return json;
    }

    /** Former versions kept only the parties that ratified, and less of each commitment and delivery. */
    private static void agreement(ObjectNode detail) {
        if (detail.get("ratifiedBy") instanceof ArrayNode ratifications) {
            for (int i = 0; i < ratifications.size(); i++) {
                if (ratifications.get(i).isString()) {
                    String party = ratifications.get(i).asString();
                    ratifications.set(i, Json.MAPPER.createObjectNode().put("party", party));
                }
            }
        }
        detail.path("commitments").forEach(each -> {
            ObjectNode commitment = (ObjectNode) each;
            putMissing(commitment, "to");
            putMissing(commitment, "verified");
            if (!commitment.has("suspended")) {
                commitment.put("suspended", false);
            }
            commitment.path("deliveries").forEach(delivery -> putMissing((ObjectNode) delivery, "by"));
        });
    }

    private static void putMissing(ObjectNode json, String list) {
        if (!json.has(list)) {
            json.putArray(list);
        }
    }

    /** Replaces complete lists of a former version with their latest elements and a count. */
    private static JsonNode counted(JsonNode json) {
        if (json instanceof ObjectNode object) {
            for (String name : COUNTED) {
                if (object.get(name) instanceof ArrayNode all && !object.has(name + "Count")) {
                    object.put(name + "Count", all.size());
                    ArrayNode latest = object.putArray(name);
                    all.valueStream()
                            .skip(Math.max(0, all.size() - RecentItems.MAX))
                            .forEach(latest::add);
                }
            }
        }
        json.forEach(MatterStateJson::counted);
        return json;
    }
}
