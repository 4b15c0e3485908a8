package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.history.Entry;
import org.parley.history.InMemoryLedger;
import org.parley.history.LogDevelopment;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.party.Party;
import org.parley.party.PartyCode;
import org.parley.party.PartyKind;
import tools.jackson.databind.JsonNode;

/** The commands of a file that once made a ceasefire agreed that one side accepts on conditions. */
class ConditionalAcceptanceTest {
    private static final CommandReader READER = new CommandReader();

    @Test
    void leavesTheCeasefireProposedAndIsShownWithItsCondition() throws IOException {
        InMemoryLedger ledger = new InMemoryLedger(
                "names",
                Instant.parse("2026-04-01T12:00:00Z"),
                Stream.of("RUS", "USA")
                        .map(code -> new Party(new PartyCode(code), code, PartyKind.STATE, null, false))
                        .toList());
        file("conditional-acceptance").forEach(line -> log(ledger, line));

        JsonNode ceasefire = StateJson.of(ledger.history().state(Instant.MAX, ledger.now()))
                .path("matters")
                .path(0);
        assertThat(ceasefire.path("status").asString()).isEqualTo("PROPOSED");
        assertThat(ceasefire.at("/detail/acceptedBy")).isEqualTo(Json.MAPPER.readTree("[\"USA\"]"));
        assertThat(ceasefire.at("/detail/conditionalBy"))
                .isEqualTo(Json.MAPPER.readTree(
                        "[{\"party\":\"RUS\",\"conditions\":\"only if deliveries of arms stop\"}]"));
        assertThat(ledger.trail())
                .extracting(entry -> entry.event().type())
                .containsExactly("CeasefireProposed", "CeasefireAccepted", "CeasefireAnswered");
    }

    private static Entry log(InMemoryLedger ledger, String line) {
        CommandRequest request = READER.read(line.getBytes(StandardCharsets.UTF_8));
        MatterAddress matter = new MatterAddress("names", Kind.CEASEFIRE, Objects.requireNonNull(request.matter()));
        return ledger.log(new LogDevelopment(
                UUID.randomUUID(),
                matter,
                request.command(),
                request.occurred(),
                request.title(),
                request.evidence(),
                request.note()));
    }

    private static List<String> file(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                ConditionalAcceptanceTest.class.getResourceAsStream("/cases/" + name + ".ndjson"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
