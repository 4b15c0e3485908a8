package org.parley.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.parley.history.Entry;
import org.parley.history.InMemoryLedger;
import org.parley.history.LogDevelopment;
import org.parley.history.Refused;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.party.Party;
import org.parley.party.PartyCode;
import org.parley.party.PartyKind;
import org.parley.state.Sentence;
import tools.jackson.databind.JsonNode;

/** The commands of a file that once delivered people in tonnes, and three times what was promised as a part of it. */
class DeliveryLargerThanPromisedTest {
    private static final CommandReader READER = new CommandReader();

    private final InMemoryLedger ledger = new InMemoryLedger(
            "names",
            Instant.parse("2026-06-01T12:00:00Z"),
            Stream.of("RUS", "USA")
                    .map(code -> new Party(new PartyCode(code), code, PartyKind.STATE, null, false))
                    .toList());

    @Test
    void isRefusedInAnotherUnitAndAddedUp() throws IOException {
        List<String> refused = new ArrayList<>();
        for (String line : file("delivery-larger-than-promised")) {
            try {
                log(line);
            } catch (Refused e) {
                refused.add(e.refusal().text());
            }
        }

        assertThat(refused).singleElement().asString().contains("counted in people, not in tonnes");
        Entry delivery = ledger.trail().getLast();
        assertThat(Sentence.of(ledger.history(), delivery))
                .isEqualTo("On 25 May 2026, 3030 people of the commitment release in the agreement “Exchange” were delivered:"
                        + " 3030 of 1000 so far, more than promised.");
        JsonNode commitment = StateJson.of(ledger.history().state(Instant.MAX, ledger.now()))
                .at("/matters/0/detail/commitments/0");
        assertThat(commitment.path("delivered").asInt()).isEqualTo(3030);
        assertThat(commitment.path("quantity").asInt()).isEqualTo(1000);
    }

    private void log(String line) {
        CommandRequest request = READER.read(line.getBytes(StandardCharsets.UTF_8));
        ledger.log(new LogDevelopment(
                UUID.randomUUID(),
                new MatterAddress("names", Kind.AGREEMENT, Objects.requireNonNull(request.matter())),
                request.command(),
                request.occurred(),
                request.title(),
                request.evidence(),
                request.note()));
    }

    private static List<String> file(String name) throws IOException {
        try (InputStream file = Objects.requireNonNull(
                DeliveryLargerThanPromisedTest.class.getResourceAsStream("/cases/" + name + ".ndjson"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
