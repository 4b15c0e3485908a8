package org.parley.contract.state;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.contract.command.CommandReader;
import org.parley.contract.command.CommandRequest;
import org.parley.domain.decision.CommandDecider;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.DecisionContext;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.PartyRegister;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.party.Party;
import org.parley.domain.party.PartyCode;
import org.parley.domain.party.PartyKind;
import org.parley.domain.state.NegotiationHistory;

/** Decides and records the commands of a file about matters of one kind, in a negotiation of two states. */
final class LoggedCase {
    static final String NEGOTIATION = "names";

    private static final CommandReader READER = new CommandReader();

    private final MatterKind kind;
    private final DecisionContext desk;
    private final NegotiationHistory history = new NegotiationHistory(NEGOTIATION);

    LoggedCase(MatterKind kind, Instant now) {
        this(kind, now, "RUS", "USA");
    }

    LoggedCase(MatterKind kind, Instant now, String... states) {
        this.kind = kind;
        List<Party> parties = Stream.of(states)
                .map(code -> new Party(new PartyCode(code), code, PartyKind.STATE))
                .toList();
        this.desk = new DecisionContext(
                now, PartyRegister.of(parties, new RecordedHistory(MatterAddress.ofNegotiation(NEGOTIATION))));
    }

    static List<String> file(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(LoggedCase.class.getResourceAsStream("/cases/" + name + ".ndjson"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /**
     * Records the event of a command.
     *
     * @throws org.parley.domain.decision.CommandRefusedException when the command is refused
     */
    LedgerEntry log(String line) {
        CommandRequest request = READER.read(line.getBytes(StandardCharsets.UTF_8));
        MatterAddress matter = new MatterAddress(NEGOTIATION, kind, Objects.requireNonNull(request.matter()));
        UUID id = UUID.randomUUID();
        CommandEnvelope command = new CommandEnvelope(
                id,
                matter,
                request.command(),
                request.occurred(),
                request.title(),
                request.evidence(),
                request.note(),
                request.embargo());
        RecordedHistory known = history.matter(matter).orElseGet(() -> new RecordedHistory(matter));
        LedgerEntry entry = new LedgerEntry(
                id,
                matter,
                history.lastPosition() + 1,
                desk.now(),
                "olha",
                CommandDecider.decide(known, command, desk));
        history.record(entry);
        return entry;
    }

    NegotiationHistory history() {
        return history;
    }
}
