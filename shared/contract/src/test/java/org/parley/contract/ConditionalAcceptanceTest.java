package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.history.Decision;
import org.parley.history.Desk;
import org.parley.history.Entry;
import org.parley.history.History;
import org.parley.history.LogDevelopment;
import org.parley.matter.Development;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.party.Party;
import org.parley.party.PartyCode;
import org.parley.party.PartyKind;
import tools.jackson.databind.JsonNode;

/** The commands of a file that once made a ceasefire agreed that one side accepts on conditions. */
class ConditionalAcceptanceTest {
    private static final CommandReader READER = new CommandReader();

    private static final MatterAddress MATTER = new MatterAddress("names", Kind.CEASEFIRE, "thirty-days");
    private static final Desk DESK = new Desk(
            Instant.parse("2026-04-01T12:00:00Z"),
            Stream.of("RUS", "USA")
                    .map(code -> new Party(new PartyCode(code), code, PartyKind.STATE, null, false))
                    .collect(Collectors.toMap(Party::code, party -> party)));

    @Test
    void leavesTheCeasefireProposedAndIsShownWithItsCondition() throws IOException {
        History history = new History(MATTER);
        file("conditional-acceptance").forEach(line -> log(history, line));

        JsonNode ceasefire = StateJson.of(history.state(DESK.now()).orElseThrow(), DESK.now());
        assertThat(ceasefire.path("status").asString()).isEqualTo("PROPOSED");
        assertThat(ceasefire.at("/detail/acceptedBy")).isEqualTo(Json.MAPPER.readTree("[\"USA\"]"));
        assertThat(ceasefire.at("/detail/conditionalBy"))
                .isEqualTo(Json.MAPPER.readTree(
                        "[{\"party\":\"RUS\",\"conditions\":\"only if deliveries of arms stop\"}]"));
        assertThat(history.entries())
                .extracting(entry -> entry.event().type())
                .containsExactly("CeasefireProposed", "CeasefireAccepted", "CeasefireAnswered");
    }

    private static void log(History history, String line) {
        CommandRequest request = READER.read(line.getBytes(StandardCharsets.UTF_8));
        UUID id = UUID.randomUUID();
        LogDevelopment command = new LogDevelopment(
                id, MATTER, request.command(), request.occurred(), request.title(), request.evidence(), request.note());
        Development decided = Decision.decide(history, command, DESK);
        history.record(new Entry(id, MATTER, history.lastPosition() + 1, DESK.now(), "olha", decided));
    }

    private static List<String> file(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                ConditionalAcceptanceTest.class.getResourceAsStream("/cases/" + name + ".ndjson"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
