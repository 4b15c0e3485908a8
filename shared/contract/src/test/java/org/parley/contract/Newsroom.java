package org.parley.contract;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.parley.catalogue.Catalogue;
import org.parley.editorial.EditorialCommand;
import org.parley.history.Decision;
import org.parley.history.Desk;
import org.parley.history.Entry;
import org.parley.history.History;
import org.parley.history.LogDevelopment;
import org.parley.matter.Kind;
import org.parley.matter.MatterAddress;
import org.parley.state.NegotiationHistory;
import org.parley.state.NegotiationState;
import tools.jackson.databind.node.ObjectNode;

/** Logs the commands of a negotiation, one per minute. */
final class Newsroom {
    static final String NEGOTIATION = "ukraine-2025";

    private static final Instant NOON = Instant.parse("2025-09-01T12:00:00.123456Z");
    private static final CommandReader READER = new CommandReader();

    private final NegotiationHistory history = new NegotiationHistory(NEGOTIATION);
    private final List<Entry> trail = new ArrayList<>();
    private Instant now = NOON;

    /** Logs these commands: one per line, with single quotes instead of double quotes. */
    static Newsroom after(String commands) {
        Newsroom newsroom = new Newsroom();
        commands.lines().filter(line -> !line.isBlank()).forEach(newsroom::log);
        return newsroom;
    }

    /** Logs a command; missing evidence and dates are filled in. */
    void log(String line) {
        ObjectNode json = Commands.json(line).put("negotiation", NEGOTIATION);
        boolean editorial = json.has("target");
        if (!editorial && !json.has("evidence")) {
            json.set("evidence", Commands.json("{'sources':[{'publisher':'Wire','title':'A report'}],'grade':'B2'}"));
        }
        if (!editorial && !json.has("occurred")) {
            json.put("occurred", "2025-08-" + (10 + trail.size() / 3));
        }
        CommandRequest request = Commands.read(json);
        UUID id = id(trail.size() + 1);
        LogDevelopment command = new LogDevelopment(
                id,
                address(request),
                request.command(),
                request.occurred(),
                request.title(),
                request.evidence(),
                request.note(),
                request.embargo());
        History matter = history.matter(command.matter()).orElseGet(() -> new History(command.matter()));
        Entry entry = new Entry(
                id,
                command.matter(),
                trail.size() + 1L,
                now,
                "olha",
                Decision.decide(matter, command, new Desk(now, history.parties())));
        record(entry);
    }

    private void record(Entry entry) {
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
        Kind kind = Catalogue.kindOf(request.command()).orElseThrow();
        return kind == Kind.NEGOTIATION
                ? MatterAddress.ofNegotiation(NEGOTIATION)
                : new MatterAddress(NEGOTIATION, kind, Objects.requireNonNull(request.matter()));
    }

    List<Entry> trail() {
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
