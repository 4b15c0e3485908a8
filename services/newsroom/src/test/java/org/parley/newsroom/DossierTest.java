package org.parley.newsroom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.contract.command.CommandReader;
import org.parley.contract.command.CommandRequest;
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
import org.parley.domain.matter.MatterState;
import org.parley.domain.state.NegotiationHistory;

/**
 * The bundled dossier without a server: every line is a command that the rules accept, and the final state is the
 * documented one.
 */
class DossierTest {
    private static final String NEGOTIATION = "ukraine-2025";
    private static final Instant NOW = Instant.parse("2026-02-01T00:00:00Z");

    private static List<CommandRequest> commands = List.of();

    private final NegotiationHistory history = new NegotiationHistory(NEGOTIATION);

    @BeforeAll
    static void readDossier() throws Exception {
        CommandReader reader = new CommandReader();
        try (InputStream dossier = DossierTest.class.getResourceAsStream("/dossier/" + NEGOTIATION + ".ndjson")) {
            commands = new String(dossier.readAllBytes(), UTF_8)
                    .lines()
                    .map(line -> reader.read(line.getBytes(UTF_8)))
                    .toList();
        }
    }

    @Test
    void idsAreUnique() {
        assertThat(commands)
                .hasSizeGreaterThan(100)
                .extracting(CommandRequest::developmentId)
                .doesNotContainNull()
                .doesNotHaveDuplicates();
        assertThat(commands).extracting(CommandRequest::negotiation).containsOnly(NEGOTIATION);
    }

    @Test
    void everyDevelopmentHasASource() {
        assertThat(commands)
                .filteredOn(command -> command.occurred() != null)
                .hasSizeGreaterThan(50)
                .allSatisfy(command -> assertThat(command.evidence()).isNotNull());
    }

    @Test
    void everyLineIsAcceptedAndTheFinalStateIsAsDocumented() {
        commands.forEach(this::log);
        Map<String, String> statuses = history.state(NOW, NOW).matters().stream()
                .filter(matter -> matter.address().kind() != MatterKind.NEGOTIATION)
                .collect(Collectors.toMap(
                        DossierTest::name, matter -> matter.status().name()));
        assertThat(statuses)
                .containsEntry("meeting/alaska", "HELD")
                .containsEntry("meeting/white-house", "HELD")
                .containsEntry("ceasefire/alaska", "REJECTED")
                .containsEntry("warning/severe-consequences", "LAPSED")
                .containsEntry("understanding/alaska", "ABANDONED")
                .containsEntry("demand/territory-first", "STANDING")
                .containsEntry("guarantee/armed-forces", "PROPOSED")
                .containsEntry("guarantee/coalition-force", "PROPOSED")
                .containsEntry("guarantee/american-backstop", "PROPOSED")
                .containsEntry("guarantee/nato-article-5", "PROPOSED")
                .containsEntry("guarantee/consensus-of-guarantors", "PROPOSED")
                .containsEntry("agreement/budapest-memorandum", "SIGNED")
                .containsEntry("agreement/friendship-treaty-1997", "SIGNED")
                .containsEntry("agreement/security-bgr", "ABANDONED")
                .containsEntry("agreement/security-mne", "IN_TALKS")
                .containsEntry("agreement/paris-declaration", "SIGNED");
        assertThat(history.lastPosition()).isEqualTo(commands.size());
    }

    private static String name(MatterState matter) {
        return matter.address().kind().slug() + "/" + matter.address().slug();
    }

    private void log(CommandRequest request) {
        MatterAddress matter = matter(request);
        UUID id = request.developmentId();
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
                new DecisionContext(NOW, history.parties()));
        history.record(new LedgerEntry(id, matter, history.lastPosition() + 1, NOW, "dossier", decided));
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
                ? MatterAddress.ofNegotiation(NEGOTIATION)
                : new MatterAddress(NEGOTIATION, kind, request.matter());
    }
}
