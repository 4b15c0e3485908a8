package org.parley.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.UUID;
import org.parley.contract.command.CommandReader;
import org.parley.contract.command.CommandRequest;
import org.parley.contract.state.StateJson;
import org.parley.domain.time.Edtf;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

/** A bundled dossier, decided and folded in memory: no server, the same rules. */
final class ReplayedDossier {
    private final Dossier dossier;

    /** Its clock starts after the last development of every dossier. */
    private final TestLedger ledger;

    private ReplayedDossier(Dossier dossier) {
        this.dossier = dossier;
        this.ledger = new TestLedger(dossier.name(), "2026-11-01T00:00:00Z");
    }

    /** A dossier of which nothing is recorded yet. */
    static ReplayedDossier read(String name) {
        return new ReplayedDossier(Dossier.bundled(name));
    }

    /** Decides every command, in order; a refusal is thrown. */
    ReplayedDossier replay() {
        dossier.commands().forEach(line -> ledger.logJson(line, UUID.randomUUID()));
        return this;
    }

    List<CommandRequest> commands() {
        CommandReader reader = new CommandReader();
        return dossier.commands().stream()
                .map(line -> reader.read(line.getBytes(UTF_8)))
                .toList();
    }

    long lastPosition() {
        return ledger.history().lastPosition();
    }

    /** The state as of an EDTF date, as the archive answers it. */
    JsonNode state(String asOf) {
        return StateJson.of(ledger.history().state(Edtf.parse(asOf).end(), ledger.now()));
    }
}
