package org.parley.contract.state;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.parley.contract.command.CommandReader;
import org.parley.contract.command.CommandRequest;
import org.parley.contract.command.TestCommands;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.CommandDecider;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.DecisionContext;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.state.NegotiationHistory;
import org.parley.domain.state.NegotiationState;
import tools.jackson.databind.node.ObjectNode;

/** Logs the commands of a negotiation, one per minute. */
public final class LoggedNegotiation {
    static final String NEGOTIATION = "ukraine-2025";

    private static final Instant NOON = Instant.parse("2025-09-01T12:00:00.123456Z");
    private static final CommandReader READER = new CommandReader();

    private final NegotiationHistory history = new NegotiationHistory(NEGOTIATION);
    private final List<LedgerEntry> trail = new ArrayList<>();
    private Instant now = NOON;

    /** Logs these commands: one per line, with single quotes instead of double quotes. */
    static LoggedNegotiation after(String commands) {
        LoggedNegotiation newsroom = new LoggedNegotiation();
        commands.lines().filter(line -> !line.isBlank()).forEach(newsroom::log);
        return newsroom;
    }

    /** Logs a command; missing evidence and dates are filled in. */
    void log(String line) {
        ObjectNode json = TestCommands.json(line).put("negotiation", NEGOTIATION);
        boolean editorial = json.has("target");
        if (!editorial && !json.has("evidence")) {
            json.set(
                    "evidence",
                    TestCommands.json("{'sources':[{'publisher':'Wire','title':'A report'}],'grade':'B2'}"));
        }
        if (!editorial && !json.has("occurred")) {
            json.put("occurred", "2025-08-" + (10 + trail.size() / 3));
        }
        CommandRequest request = TestCommands.read(json);
        UUID id = id(trail.size() + 1);
        CommandEnvelope command = new CommandEnvelope(
                id,
                address(request),
                request.command(),
                request.occurred(),
                request.title(),
                request.evidence(),
                request.note(),
                request.embargo());
        RecordedHistory matter =
                history.matter(command.matter()).orElseGet(() -> new RecordedHistory(command.matter()));
        LedgerEntry entry = new LedgerEntry(
                id,
                command.matter(),
                trail.size() + 1L,
                now,
                "olha",
                CommandDecider.decide(matter, command, new DecisionContext(now, history.parties())));
        record(entry);
    }

    private void record(LedgerEntry entry) {
        history.record(entry);
        trail.add(entry);
        now = now.plus(Duration.ofMinutes(1));
    }

    private MatterAddress address(CommandRequest request) {
        if (request.command() instanceof EditorialCommand editorial) {
            return trail.stream()
                    .filter(entry -> entry.developmentId().equals(editorial.target()))
                    .findFirst()
                    .orElseThrow()
                    .matter();
        }
        MatterKind kind = DomainCatalogue.kindOf(request.command()).orElseThrow();
        return kind == MatterKind.NEGOTIATION
                ? MatterAddress.ofNegotiation(NEGOTIATION)
                : new MatterAddress(NEGOTIATION, kind, Objects.requireNonNull(request.matter()));
    }

    public List<LedgerEntry> trail() {
        return List.copyOf(trail);
    }

    NegotiationState state(String asOf, String knownAt) {
        return history.state(Instant.parse(asOf), Instant.parse(knownAt));
    }

    /** The id of the entry at a position. */
    static UUID id(int position) {
        return UUID.nameUUIDFromBytes(("entry " + position).getBytes(StandardCharsets.UTF_8));
    }
}
