package org.parley.testkit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.parley.contract.DevelopmentJson;
import org.parley.contract.EventTypeName;
import org.parley.contract.PublishedEvent;
import org.parley.contract.command.CommandReader;
import org.parley.contract.command.CommandRequest;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.CommandDecider;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.DecisionContext;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.editorial.EditorialEvent.DevelopmentRetracted;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.state.NegotiationHistory;

/**
 * An in-memory ledger of one negotiation: it decides commands as the real ledger does, and collects the events that
 * would be published. Its clock advances by a minute with every command.
 */
public final class TestLedger {
    private final String negotiation;
    private final CommandReader commands = new CommandReader();
    private final NegotiationHistory history;
    private final List<PublishedEvent> published = new ArrayList<>();
    private final Map<UUID, MatterAddress> matters = new HashMap<>();
    private Instant now;
    private String editor = "anna";

    /**
     * Creates an empty ledger.
     *
     * @param now the time of its clock, as an ISO-8601 instant
     */
    public TestLedger(String negotiation, String now) {
        this.negotiation = negotiation;
        this.history = new NegotiationHistory(negotiation);
        this.now = Instant.parse(now);
    }

    /** The id that is derived from a name. */
    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** Sets the clock; it must not go back. */
    public TestLedger at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    /** Sets the editor of the following commands. */
    public TestLedger by(String name) {
        editor = name;
        return this;
    }

    /** The current time of the clock. */
    public Instant now() {
        return now;
    }

    /** The history of all recorded developments. */
    public NegotiationHistory history() {
        return history;
    }

    /** All published events. */
    public List<PublishedEvent> published() {
        return published;
    }

    /**
     * Decides and records a command, given as JSON with apostrophes for quotation marks; {@code '#name'} stands for the
     * id of a development.
     *
     * @param name the name that the id of its development is derived from
     */
    public PublishedEvent log(String name, String command) {
        return logJson(json(command), id(negotiation + name));
    }

    /**
     * Decides and records a command in plain JSON.
     *
     * @param defaultId the id of the development if the command has none
     */
    public PublishedEvent logJson(String json, UUID defaultId) {
        CommandRequest request = commands.read(json.getBytes(StandardCharsets.UTF_8));
        UUID id = request.developmentId() == null ? defaultId : request.developmentId();
        MatterAddress matter = matter(request);
        Development decided = CommandDecider.decide(
                history.matter(matter).orElseGet(() -> new RecordedHistory(matter)),
                new CommandEnvelope(
                        id,
                        matter,
                        request.command(),
                        request.occurred(),
                        request.title(),
                        request.evidence(),
                        request.note(),
                        request.embargo()),
                new DecisionContext(now, history.parties()));
        return record(id, matter, decided);
    }

    private PublishedEvent record(UUID id, MatterAddress matter, Development decided) {
        long position = history.lastPosition() + 1;
        history.record(new LedgerEntry(id, matter, position, now, editor, decided));
        PublishedEvent event = event(id, matter, decided, position);
        published.add(event);
        matters.put(id, matter);
        now = now.plus(Duration.ofMinutes(1));
        return event;
    }

    private PublishedEvent event(UUID id, MatterAddress matter, Development development, long position) {
        return new PublishedEvent(
                        id,
                        EventTypeName.of(development.event()),
                        matter,
                        position,
                        position,
                        now,
                        editor,
                        id.toString(),
                        null,
                        development.occurred() == null
                                ? null
                                : development.occurred().text(),
                        DevelopmentJson.canonical(development))
                .canonical();
    }

    /** An event that no ledger would record: the command is not decided, and the event is not part of this history. */
    public PublishedEvent forged(String name, String like, MatterAddress matter) {
        CommandRequest request = commands.read(json(like).getBytes(StandardCharsets.UTF_8));
        Development development = new Development(
                DomainCatalogue.row(request.command().getClass()).becomes().apply(request.command()),
                request.occurred(),
                request.title(),
                request.evidence(),
                request.note(),
                List.of());
        return event(id(negotiation + name), matter, development, history.lastPosition() + 1);
    }

    /** A retraction of a development that does not exist, which cannot be replayed; not part of this history. */
    public PublishedEvent dangling(String name, MatterAddress matter) {
        Development retraction = new Development(
                new DevelopmentRetracted(id(negotiation + name + " target"), "It did not happen"),
                null,
                null,
                null,
                null,
                List.of());
        return event(id(negotiation + name), matter, retraction, history.lastPosition() + 1);
    }

    private String json(String command) {
        String json = command.replace('\'', '"').strip();
        StringBuilder resolved = new StringBuilder();
        int at = 0;
        for (int hash = json.indexOf('#'); hash >= 0; hash = json.indexOf('#', at)) {
            int end = json.indexOf('"', hash);
            resolved.append(json, at, hash).append(id(negotiation + json.substring(hash + 1, end)));
            at = end;
        }
        resolved.append(json.substring(at));
        return resolved.insert(1, "\"negotiation\":\"" + negotiation + "\",").toString();
    }

    private MatterAddress matter(CommandRequest request) {
        if (request.command() instanceof EditorialCommand editorial) {
            return matters.getOrDefault(editorial.target(), MatterAddress.ofNegotiation(negotiation));
        }
        MatterKind kind = DomainCatalogue.kindOf(request.command()).orElseThrow();
        return kind == MatterKind.NEGOTIATION
                ? MatterAddress.ofNegotiation(negotiation)
                : new MatterAddress(negotiation, kind, Objects.requireNonNull(request.matter()));
    }
}
