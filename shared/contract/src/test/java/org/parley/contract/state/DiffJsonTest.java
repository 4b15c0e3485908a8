package org.parley.contract.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.parley.contract.state.DiffJson.Axis;
import org.parley.domain.diff.MatterChange;
import org.parley.domain.diff.MatterStateAsOf;
import org.parley.domain.diff.NegotiationDiff;
import org.parley.domain.matter.MatterState;
import tools.jackson.databind.node.ObjectNode;

class DiffJsonTest {
    private static final Instant AS_OF = Instant.parse("2025-08-31T00:00:00Z");
    private static final Instant FROM = Instant.parse("2025-09-01T00:00:00Z");
    private static final Instant TO = Instant.parse("2025-09-02T00:00:00Z");
    private static final UUID CAUSE = UUID.fromString("019891d0-0000-7000-8000-000000000001");
    private static final MatterState STATE = SummerNegotiation.newsroom()
            .state(AS_OF.toString(), TO.toString())
            .matters()
            .getFirst();

    private static ObjectNode json(Axis axis, MatterStateAsOf before, MatterStateAsOf after) {
        MatterChange change = new MatterChange(STATE.address(), before, after, List.of(CAUSE));
        return DiffJson.of(LoggedNegotiation.NEGOTIATION, axis, FROM, TO, AS_OF, new NegotiationDiff(List.of(change)));
    }

    @Test
    void writesMattersAsInTheState() {
        ObjectNode json = json(Axis.KNOWLEDGE, new MatterStateAsOf(STATE, true), new MatterStateAsOf(STATE, false));
        assertThat(json.propertyNames()).containsExactly("negotiation", "axis", "from", "to", "asOf", "changes");
        assertThat(json.at("/changes/0").propertyNames())
                .containsExactly("kind", "matter", "before", "after", "because");
        assertThat(json.at("/changes/0/before/possible").asBoolean()).isTrue();
        assertThat(json.at("/changes/0/after")).isEqualTo(StateJson.of(new MatterStateAsOf(STATE, false)));
        assertThat(json.at("/changes/0/because/0").asString()).isEqualTo(CAUSE.toString());
        assertThat(json(Axis.WORLD, new MatterStateAsOf(STATE, true), new MatterStateAsOf(STATE, false))
                        .has("knownAt"))
                .isTrue();
    }

    @Test
    void keepsAChangeThatOnlyItsCausesShow() {
        MatterState otherwise = new MatterState(
                STATE.address(),
                STATE.title(),
                STATE.status(),
                STATE.since(),
                STATE.detail(),
                STATE.certainFrom().minusSeconds(1),
                STATE.disputed(),
                STATE.held());
        ObjectNode change = (ObjectNode)
                json(Axis.KNOWLEDGE, new MatterStateAsOf(STATE, false), new MatterStateAsOf(otherwise, false))
                        .at("/changes/0");
        assertThat(change.path("before")).isEqualTo(change.path("after"));
        assertThat(change.at("/because/0").asString()).isEqualTo(CAUSE.toString());
    }
}
