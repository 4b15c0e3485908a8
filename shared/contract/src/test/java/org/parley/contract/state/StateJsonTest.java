package org.parley.contract.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.parley.contract.CanonicalJson;
import org.parley.contract.DevelopmentJson;
import org.parley.contract.EventTypeName;
import org.parley.contract.Json;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.parley.domain.state.NegotiationHistory;
import org.parley.domain.state.NegotiationState;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class StateJsonTest {
    private static final String AS_OF = "2025-08-31T00:00:00Z";
    private static final String KNOWN_AT = "2025-09-02T00:00:00Z";
    private static final LoggedNegotiation NEWSROOM = SummerNegotiation.newsroom();
    private static final NegotiationState STATE = NEWSROOM.state(AS_OF, KNOWN_AT);

    @Test
    void holdsAMatterOfEveryKind() {
        Set<MatterKind> kinds = STATE.matters().stream()
                .map(matter -> matter.address().kind())
                .collect(Collectors.toCollection(() -> EnumSet.of(MatterKind.NEGOTIATION)));

        assertThat(kinds).containsExactly(MatterKind.values());
    }

    @Test
    void restoresEveryMatter() {
        List<MatterState> matters =
                NEWSROOM.state("2025-08-17T00:00:00Z", KNOWN_AT).matters();

        assertThat(STATE.matters()).isNotEmpty().allSatisfy(StateJsonTest::isReadBack);
        assertThat(matters).isNotEmpty().allSatisfy(StateJsonTest::isReadBack);
    }

    @Test
    void readsStatesFromBeforeOccurrencesWereCounted() {
        LoggedNegotiation newsroom = SummerNegotiation.newsroom();
        for (int i = 0; i < 30; i++) {
            newsroom.log(
                    "{'command':'DiscussGuarantee','matter':'force','by':'USA','with':'UKR','occurred':'2025-08-30','summary':'talk "
                            + i + "'}");
        }
        MatterState guarantee = newsroom.state(AS_OF, KNOWN_AT).matters().stream()
                .filter(matter -> matter.address().slug().equals("force"))
                .findFirst()
                .orElseThrow();
        ObjectNode written = (ObjectNode) Json.MAPPER.readTree(MatterStateJson.write(guarantee));
        ObjectNode detail = (ObjectNode) written.path("detail");
        int count = detail.remove("discussionsCount").asInt();
        ArrayNode discussions = (ArrayNode) detail.path("discussions");
        assertThat(count).isGreaterThanOrEqualTo(30);
        assertThat(discussions).hasSize(20);
        while (discussions.size() < count) {
            discussions.insert(0, discussions.get(0).deepCopy());
        }

        assertThat(MatterStateJson.read(written.toString())).isEqualTo(guarantee);
    }

    @Test
    void restoresTheNegotiation() {
        MatterState process = NegotiationHistory.of(LoggedNegotiation.NEGOTIATION, NEWSROOM.trail())
                .matters()
                .iterator()
                .next()
                .state()
                .orElseThrow();

        assertThat(process.address().kind()).isEqualTo(MatterKind.NEGOTIATION);
        isReadBack(process);
    }

    @Test
    void historyFromPublishedEventsHasTheSameState() {
        List<LedgerEntry> travelled = NEWSROOM.trail().stream()
                .map(entry -> new LedgerEntry(
                        entry.developmentId(),
                        entry.matter(),
                        entry.position(),
                        entry.recordedAt(),
                        entry.editor(),
                        DevelopmentJson.read(
                                EventTypeName.of(entry.event()), DevelopmentJson.canonical(entry.development()))))
                .toList();

        assertThat(travelled).isEqualTo(NEWSROOM.trail());
        NegotiationState rebuilt =
                NegotiationHistory.of(LoggedNegotiation.NEGOTIATION, travelled).state(STATE.asOf(), STATE.knownAt());
        assertThat(rebuilt).isEqualTo(STATE);
        assertThat(StateJson.of(rebuilt)).isEqualTo(StateJson.of(STATE));
    }

    @Test
    void equalHistoriesHaveEqualHashes() {
        ObjectNode json = StateJson.of(STATE);
        ObjectNode later =
                StateJson.of(SummerNegotiation.newsroom().state("2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z"));

        assertThat(later.path("contentHash")).isEqualTo(json.path("contentHash"));
        assertThat(later.path("asOf")).isNotEqualTo(json.path("asOf"));
        assertThat(later.path("knownAt")).isNotEqualTo(json.path("knownAt"));
    }

    @Test
    void differentHistoriesHaveDifferentHashes() {
        LoggedNegotiation more = SummerNegotiation.newsroom();
        more.log("{'command':'ConcedeDemand','matter':'donbas','by':'UKR'}");

        assertThat(hash(more.state(AS_OF, KNOWN_AT))).isNotEqualTo(hash(STATE));
        assertThat(hash(NEWSROOM.state("2025-08-14T00:00:00Z", KNOWN_AT))).isNotEqualTo(hash(STATE));
    }

    @Test
    void hashIgnoresPositions() {
        LoggedNegotiation more = SummerNegotiation.newsroom();
        more.log("{'command':'AddSource','target':'" + LoggedNegotiation.id(1)
                + "','source':{'publisher':'W','title':'T'}}");
        NegotiationState later = more.state(AS_OF, KNOWN_AT);

        assertThat(later.through()).isEqualTo(STATE.through() + 1);
        assertThat(hash(later)).isEqualTo(hash(STATE));
    }

    @Test
    void flagsTheNegotiation() {
        LoggedNegotiation more = SummerNegotiation.newsroom();
        more.log("{'command':'AddSource','target':'" + LoggedNegotiation.id(1)
                + "','source':{'publisher':'W','title':'T'}}");
        assertThat(StateJson.of(more.state(AS_OF, KNOWN_AT)).path("held").asBoolean(true))
                .isFalse();
        more.log("{'command':'ResumeTalks','occurred':'2025-08-30','embargo':true}");
        assertThat(StateJson.of(more.state(AS_OF, KNOWN_AT)).path("held").asBoolean(false))
                .isTrue();
    }

    @Test
    void anyoneCanRecomputeTheHash() {
        ObjectNode json = (ObjectNode) Json.MAPPER.readTree(StateJson.of(STATE).toString());
        String hash = json.path("contentHash").asString();
        List.of("contentHash", "through", "asOf", "knownAt").forEach(json::remove);

        assertThat(hash).isEqualTo("sha256:" + CanonicalJson.sha256(json)).matches("sha256:[0-9a-f]{64}");
    }

    @Test
    void hasTheFieldsOfTheContract() {
        ObjectNode json = StateJson.of(STATE);

        assertThat(json.propertyNames())
                .contains("negotiation", "title", "status", "asOf", "knownAt", "through", "parties", "matters")
                .contains("positions", "packages", "contentHash");
        assertThat(json.path("asOf").asString()).isEqualTo("2025-08-31T00:00:00.000000Z");
        assertThat(json.path("through").asLong()).isEqualTo(54);
        assertThat(json.at("/packages/0/package").asString()).isEqualTo("paris");
        assertThat(json.at("/packages/0/guarantees/0").asString()).isEqualTo("force");
        assertThat(json.at("/positions/0").propertyNames())
                .contains("question", "party", "stance", "summary", "since", "shifts");
        json.path("matters").forEach(matter -> assertThat(matter.propertyNames())
                .contains("kind", "matter", "title", "status", "since", "possible", "detail"));
        assertThat(detail(json, "agreement", "drones").propertyNames())
                .contains("form", "between", "complete", "subject", "legalNature", "signed", "ratifiedBy")
                .contains("inForceSince", "breaches", "commitments");
        assertThat(detail(json, "guarantee", "force").propertyNames())
                .contains("form", "by", "to", "guarantors", "endorsedBy", "objectedToBy", "ruledOutBy")
                .contains("contributions", "partOf", "voices");
        assertThat(detail(json, "ceasefire", "alaska").propertyNames())
                .contains("consentOf", "acceptedBy", "rejectedBy");
    }

    @Test
    void flagsPossibleStates() {
        JsonNode during = StateJson.of(NEWSROOM.state("2025-08-24T00:00:00Z", KNOWN_AT));

        assertThat(matter(during, "understanding", "spirit").path("possible").asBoolean())
                .isTrue();
        assertThat(matter(StateJson.of(STATE), "understanding", "spirit")
                        .path("possible")
                        .asBoolean())
                .isFalse();
    }

    private static void isReadBack(MatterState state) {
        String written = MatterStateJson.write(state);
        assertThat(MatterStateJson.read(written)).isEqualTo(state);
        assertThat(MatterStateJson.write(MatterStateJson.read(written))).isEqualTo(written);
    }

    private static String hash(NegotiationState state) {
        return StateJson.of(state).path("contentHash").asString();
    }

    private static JsonNode detail(JsonNode state, String kind, String slug) {
        return matter(state, kind, slug).path("detail");
    }

    private static JsonNode matter(JsonNode state, String kind, String slug) {
        return state.path("matters")
                .valueStream()
                .filter(matter -> matter.path("kind").asString().equals(kind)
                        && matter.path("matter").asString().equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
