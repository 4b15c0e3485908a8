package org.parley.contract;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.parley.history.Decision;
import org.parley.history.Desk;
import org.parley.history.Entry;
import org.parley.history.History;
import org.parley.history.LogDevelopment;
import org.parley.history.PartyRegister;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.party.Party;
import org.parley.party.PartyCode;
import org.parley.party.PartyKind;
import org.parley.state.NegotiationHistory;

/** Decides and records the commands of a file about matters of one kind, in a negotiation of two states. */
final class CaseLedger {
    static final String NEGOTIATION = "names";

    private static final CommandReader READER = new CommandReader();

    private final Kind kind;
    private final Desk desk;
    private final NegotiationHistory history = new NegotiationHistory(NEGOTIATION);

    CaseLedger(Kind kind, Instant now) {
        this.kind = kind;
        List<Party> parties = Stream.of("RUS", "USA")
                .map(code -> new Party(new PartyCode(code), code, PartyKind.STATE, null, false))
                .toList();
        this.desk = new Desk(now, PartyRegister.of(parties, new History(MatterAddress.ofNegotiation(NEGOTIATION))));
    }

    static List<String> file(String name) throws IOException {
        try (InputStream file =
                Objects.requireNonNull(CaseLedger.class.getResourceAsStream("/cases/" + name + ".ndjson"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    /**
     * Records the event of a command.
     *
     * @throws org.parley.history.Refused when the command is refused
     */
    Entry log(String line) {
        CommandRequest request = READER.read(line.getBytes(StandardCharsets.UTF_8));
        MatterAddress matter = new MatterAddress(NEGOTIATION, kind, Objects.requireNonNull(request.matter()));
        UUID id = UUID.randomUUID();
        LogDevelopment command = new LogDevelopment(
                id,
                matter,
                request.command(),
                request.occurred(),
                request.title(),
                request.evidence(),
                request.note(),
                request.embargo());
        History known = history.matter(matter).orElseGet(() -> new History(matter));
        Entry entry =
                new Entry(id, matter, history.through() + 1, desk.now(), "olha", Decision.decide(known, command, desk));
        history.record(entry);
        return entry;
    }

    NegotiationHistory history() {
        return history;
    }
}
