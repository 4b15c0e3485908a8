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
import org.parley.catalogue.Catalogue;
import org.parley.contract.CommandReader;
import org.parley.contract.CommandRequest;
import org.parley.contract.DevelopmentJson;
import org.parley.contract.PublishedEvent;
import org.parley.contract.TypeName;
import org.parley.editorial.EditorialCommand;
import org.parley.editorial.EditorialEvent.DevelopmentRetracted;
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
import org.parley.process.ProcessEvent.PartyAdmitted;
import org.parley.state.NegotiationHistory;

/**
 * A ledger of one negotiation without any machinery: it decides commands as the real one does, and publishes the events. A
 * minute passes with every command.
 */
public final class TestLedger {
    private final String negotiation;
    private final CommandReader commands = new CommandReader();
    private final NegotiationHistory history;
    private final List<PublishedEvent> published = new ArrayList<>();
    private final Map<PartyCode, Party> parties = new HashMap<>();
    private final Map<UUID, MatterAddress> matters = new HashMap<>();
    private Instant now;
    private String editor = "anna";

    /** A ledger with nothing in it, where it is that moment. */
    public TestLedger(String negotiation, String now) {
        this.negotiation = negotiation;
        this.history = new NegotiationHistory(negotiation);
        this.now = Instant.parse(now);
    }

    /** The id that stands behind a name. */
    public static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** It is that moment now; not earlier than the last. */
    public TestLedger at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    /** Somebody else logs from here on. */
    public TestLedger by(String name) {
        editor = name;
        return this;
    }

    /** The moment it is. */
    public Instant now() {
        return now;
    }

    /** Everything logged. */
    public NegotiationHistory history() {
        return history;
    }

    /** Everything published. */
    public List<PublishedEvent> published() {
        return published;
    }

    /**
     * Logs a command, told as JSON with apostrophes for quotation marks; {@code #name} stands for an id.
     *
     * @param name the name of its development
     */
    public PublishedEvent log(String name, String command) {
        return logJson(json(command), id(negotiation + name));
    }

    /** Logs a command in whole JSON. */
    public PublishedEvent logJson(String json, UUID otherwise) {
        CommandRequest request = commands.read(json.getBytes(StandardCharsets.UTF_8));
        UUID id = request.developmentId() == null ? otherwise : request.developmentId();
        MatterAddress matter = matter(request);
        Development decided = Decision.decide(
                history.matter(matter).orElseGet(() -> new History(matter)),
                new LogDevelopment(
                        id,
                        matter,
                        request.command(),
                        request.occurred(),
                        request.title(),
                        request.evidence(),
                        request.note(),
                        request.embargo()),
                new Desk(now, parties));
        return record(id, matter, decided);
    }

    private PublishedEvent record(UUID id, MatterAddress matter, Development decided) {
        long position = history.through() + 1;
        history.record(new Entry(id, matter, position, now, editor, decided));
        PublishedEvent event = event(id, matter, decided, position);
        published.add(event);
        matters.put(id, matter);
        if (decided.event() instanceof PartyAdmitted p) {
            parties.put(p.party(), new Party(p.party(), p.name(), p.partyKind(), p.role(), false));
        }
        now = now.plus(Duration.ofMinutes(1));
        return event;
    }

    private PublishedEvent event(UUID id, MatterAddress matter, Development development, long position) {
        return new PublishedEvent(
                        id,
                        TypeName.of(development.event()),
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
                        DevelopmentJson.bytes(development))
                .canonical();
    }

    /** An event that no ledger would record: it is published without being judged, and not taken in here. */
    public PublishedEvent forged(String name, String like, MatterAddress matter) {
        CommandRequest request = commands.read(json(like).getBytes(StandardCharsets.UTF_8));
        Development development = new Development(
                Catalogue.step(request.command().getClass()).becomes().apply(request.command()),
                request.occurred(),
                request.title(),
                request.evidence(),
                request.note(),
                List.of());
        return event(id(negotiation + name), matter, development, history.through() + 1);
    }

    /** A retraction of what was never recorded, which cannot be folded: published without being taken in here. */
    public PublishedEvent dangling(String name, MatterAddress matter) {
        Development retraction = new Development(
                new DevelopmentRetracted(id(negotiation + name + " target"), "It did not happen"),
                null,
                null,
                null,
                null,
                List.of());
        return event(id(negotiation + name), matter, retraction, history.through() + 1);
    }

    private String json(String command) {
        String json = command.replace('\'', '"').strip();
        StringBuilder told = new StringBuilder();
        int at = 0;
        for (int hash = json.indexOf('#'); hash >= 0; hash = json.indexOf('#', at)) {
            int end = json.indexOf('"', hash);
            told.append(json, at, hash).append(id(negotiation + json.substring(hash + 1, end)));
            at = end;
        }
        told.append(json.substring(at));
        return told.insert(1, "\"negotiation\":\"" + negotiation + "\",").toString();
    }

    private MatterAddress matter(CommandRequest request) {
        if (request.command() instanceof EditorialCommand editorial) {
            return matters.getOrDefault(editorial.target(), MatterAddress.ofNegotiation(negotiation));
        }
        Kind kind = Catalogue.kindOf(request.command()).orElseThrow();
        return kind == Kind.NEGOTIATION
                ? MatterAddress.ofNegotiation(negotiation)
                : new MatterAddress(negotiation, kind, Objects.requireNonNull(request.matter()));
    }
}
