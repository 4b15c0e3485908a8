package org.parley.contract.state;

import java.time.Instant;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.parley.contract.CanonicalJson;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.domain.diff.MatterStateAsOf;
import org.parley.domain.matter.MatterState;
import org.parley.domain.party.Party;
import org.parley.domain.party.PartyStanding;
import org.parley.domain.question.Position;
import org.parley.domain.state.GuaranteePackage;
import org.parley.domain.state.NegotiationState;
import org.parley.domain.state.NegotiationState.StatedPosition;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The state of a negotiation or a matter as JSON. */
public final class StateJson {
    private StateJson() {}

    /**
     * A negotiation's state with its {@code contentHash}: {@code sha256:} and the SHA-256, in hexadecimal, of the state
     * without {@code contentHash}, {@code through}, {@code asOf} and {@code knownAt}, as canonical JSON (RFC 8785).
     * Equal histories have equal hashes on every machine, regardless of the positions at which they were recorded.
     */
    public static ObjectNode of(NegotiationState state) {
        ObjectNode content = Json.MAPPER.createObjectNode();
        putOwnState(content, state);
        content.set("parties", array(state.parties(), StateJson::of));
        content.set("matters", array(state.matters(), matter -> of(matter, state.asOf())));
        content.set("positions", array(state.positions(), StateJson::of));
        content.set("packages", array(state.packages(), StateJson::of));
        String hash = "sha256:" + CanonicalJson.sha256(content);
        content.put("through", state.through());
        content.put("asOf", PublishedEvent.time(state.asOf()));
        content.put("knownAt", PublishedEvent.time(state.knownAt()));
        content.put("contentHash", hash);
        return content;
    }

    /**
     * A negotiation's state without its matters and packages, and therefore without {@code contentHash}: its cost does
     * not grow with the number of matters.
     */
    public static ObjectNode overview(NegotiationState state) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        putOwnState(json, state);
        json.put("through", state.through());
        json.put("asOf", PublishedEvent.time(state.asOf()));
        json.put("knownAt", PublishedEvent.time(state.knownAt()));
        json.set("parties", array(state.parties(), StateJson::of));
        json.set("positions", array(state.positions(), StateJson::of));
        return json;
    }

    private static void putOwnState(ObjectNode json, NegotiationState state) {
        json.put("negotiation", state.negotiation());
        json.put("title", state.title());
        json.put("status", state.status());
        put(json, "since", state.since());
        put(json, "endedBy", state.endedBy());
        json.put("disputed", state.disputed());
        json.put("held", state.held());
    }

    /** A matter's state as of an instant of the time of occurrence. */
    public static ObjectNode of(MatterState state, Instant asOf) {
        return of(MatterStateAsOf.at(asOf, state));
    }

    /** A matter's state as of the instant of the view. */
    public static ObjectNode of(MatterStateAsOf seen) {
        MatterState state = seen.state();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("kind", state.address().kind().slug());
        json.put("matter", state.address().slug());
        json.put("title", state.title());
        json.put("status", state.status().name());
        put(json, "since", state.since());
        json.put("possible", seen.possible());
        json.put("disputed", state.disputed());
        json.put("held", state.held());
        json.set("detail", Json.MAPPER.<JsonNode>valueToTree(state.detail()));
        return json;
    }

    private static ObjectNode of(Party party) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("party", party.code().text());
        json.put("name", party.name());
        put(json, "kind", party.kind());
        put(json, "partyKind", party.kind());
        put(json, "role", party.role());
        put(json, "partOf", party.partOf());
        put(json, "succeeds", party.succeeds());
        put(json, "standing", party.standing());
        json.put("withdrawn", party.standing() == PartyStanding.WITHDRAWN);
        return json;
    }

    private static ObjectNode of(StatedPosition stated) {
        Position position = stated.position();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("question", stated.question().slug());
        json.setAll((ObjectNode) Json.MAPPER.valueToTree(position));
        return json;
    }

    private static ObjectNode of(GuaranteePackage guaranteePackage) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("package", guaranteePackage.name());
        put(json, "guarantees", guaranteePackage.guarantees());
        return json;
    }

    private static <T> ArrayNode array(Collection<T> values, Function<T, ObjectNode> json) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        values.forEach(value -> array.add(json.apply(value)));
        return array;
    }

    private static void put(ObjectNode json, String field, @Nullable Object value) {
        if (value != null) {
            json.set(field, Json.MAPPER.<JsonNode>valueToTree(value));
        }
    }
}
