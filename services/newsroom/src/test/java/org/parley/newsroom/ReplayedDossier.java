package org.parley.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.parley.contract.command.CommandReader;
import org.parley.contract.command.CommandRequest;
import org.parley.contract.state.StateJson;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.decision.CommandDecider;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.DecisionContext;
import org.parley.domain.editorial.EditorialCommand;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.history.RecordedHistory;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.state.NegotiationHistory;
import org.parley.domain.time.Edtf;
import tools.jackson.databind.JsonNode;

/** A bundled dossier, decided and folded in memory: no server, the same rules. */
final class ReplayedDossier {
    /** When everything is recorded: after the last development of every dossier. */
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    private final String negotiation;
    private final List<CommandRequest> commands;
    private final NegotiationHistory history;

    private ReplayedDossier(Dossier dossier) {
        CommandReader reader = new CommandReader();
        this.negotiation = dossier.name();
        this.commands = dossier.commands().stream()
                .map(line -> reader.read(line.getBytes(UTF_8)))
                .toList();
        this.history = new NegotiationHistory(negotiation);
    }

    /** Its commands, none of them decided yet. */
    static ReplayedDossier read(String name) {
        return new ReplayedDossier(Dossier.bundled(name));
    }

    /** Decides every command, in order; a refusal is thrown. */
    ReplayedDossier replay() {
        commands.forEach(this::log);
        return this;
    }

    List<CommandRequest> commands() {
        return commands;
    }

    long lastPosition() {
        return history.lastPosition();
    }

    /** The state as of an EDTF date, as the archive answers it. */
    JsonNode state(String asOf) {
        return StateJson.of(history.state(Edtf.parse(asOf).end(), NOW.plusSeconds(1)));
    }

    private void log(CommandRequest request) {
        MatterAddress matter = matter(request);
        UUID id = request.developmentId();
        Instant recordedAt = NOW.plusNanos(1_000 * history.lastPosition());
        Development decided = CommandDecider.decide(
                history.matter(matter).orElseGet(() -> new RecordedHistory(matter)),
                new CommandEnvelope(
                        id,
                        matter,
                        request.command(),
                        request.occurred(),
                        request.title(),
                        request.evidence(),
                        request.note()),
                new DecisionContext(recordedAt, history.parties()));
        history.record(new LedgerEntry(id, matter, history.lastPosition() + 1, recordedAt, "dossier", decided));
    }

    /** An editorial command belongs to the matter of its target. */
    private MatterAddress matter(CommandRequest request) {
        if (request.command() instanceof EditorialCommand editorial) {
            return commands.stream()
                    .filter(earlier -> editorial.target().equals(earlier.developmentId()))
                    .map(this::matter)
                    .findFirst()
                    .orElseThrow();
        }
        MatterKind kind = DomainCatalogue.kindOf(request.command()).orElseThrow();
        return kind == MatterKind.NEGOTIATION
                ? MatterAddress.ofNegotiation(negotiation)
                : new MatterAddress(negotiation, kind, request.matter());
    }
}
