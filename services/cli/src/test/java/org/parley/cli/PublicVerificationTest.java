package org.parley.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.cli.ExportFixture.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.cli.ExportFixture.Output;
import org.parley.contract.CanonicalEvent;
import org.parley.contract.CanonicalJson;
import org.parley.contract.Json;
import org.parley.contract.PublicEvent;
import org.parley.contract.PublishedEvent;
import org.parley.contract.proof.TrailLine;
import org.parley.contract.state.StateJson;
import org.parley.domain.publication.PublicEntry;
import org.parley.domain.publication.PublicTrail;
import org.parley.domain.state.NegotiationHistory;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code parley verify EXPORT --public PUBLIC}. */
class PublicVerificationTest {
    private static final String EVIDENCE = ",'evidence':{'sources':[{'publisher':'Reuters','title':'A report'}]}}";

    @TempDir
    private Path folder;

    private Path export;
    private Path published;
    private TestLedger ledger;
    private List<String> lines;

    /** A rejection is held after it was public, and a draft is under embargo from the start; both are released. */
    @BeforeEach
    void story() throws IOException {
        ledger = ExportFixture.ledger();
        ledger.at("2025-08-22T09:00:00Z").log(
                "draft",
                "{'command':'TableDraft','matter':'peace','occurred':'2025-08-20','by':'USA',"
                        + "'version':'first','embargo':true" + EVIDENCE);
        ledger.log(
                "unheard", "{'command':'RejectDraft','matter':'peace','occurred':'2025-08-21','by':'RUS'" + EVIDENCE);
        ledger.log("hold", "{'command':'HoldDevelopment','target':'#rejected'}");
        ledger.log("warned", "{'command':'WithdrawWarning','matter':'tariffs','occurred':'2025-08-22'" + EVIDENCE);
        ledger.log("shown", "{'command':'ReleaseDevelopment','target':'#rejected'}");
        ledger.log("released", "{'command':'ReleaseDevelopment','target':'#draft'}");
        export = write("export.ndjson", exportLines());
        lines = publicLines();
        published = write("public.ndjson", lines);
    }

    private List<String> exportLines() {
        return ledger.published().stream()
                .map(event -> new String(TrailLine.of(event), StandardCharsets.UTF_8))
                .toList();
    }

    private List<PublicEntry> publicEntries() {
        PublicTrail trail = new PublicTrail(ExportFixture.NEGOTIATION, PublicEvent.NOTICE_IDS);
        return ledger.published().stream()
                .flatMap(event -> trail.step(event.entry()).stream())
                .toList();
    }

    private List<String> publicLines() {
        Map<UUID, PublishedEvent> events = new HashMap<>();
        ledger.published().forEach(event -> events.put(event.developmentId(), event));
        return publicEntries().stream()
                .map(entry -> PublicEvent.of(entry, events.get(entry.entry().developmentId())))
                .map(event -> new String(CanonicalEvent.of(event), StandardCharsets.UTF_8))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private Path write(String name, List<String> all) throws IOException {
        return Files.writeString(
                folder.resolve(name), all.stream().map(line -> line + "\n").collect(Collectors.joining()));
    }

    private JsonNode compared(int code) {
        Output done = run("verify", export.toString(), "--public", published.toString(), "--json");
        assertThat(done.code()).as(done.out() + done.err()).isEqualTo(code);
        JsonNode json = Json.MAPPER.readTree(done.out());
        assertThat(json.path("ok").asBoolean()).isEqualTo(code == 0);
        return json.path("public");
    }

    private String difference() {
        JsonNode difference = compared(1).path("difference");
        return difference.path("problem").asString() + " "
                + difference.path("line").asInt() + " "
                + difference.path("detail").asString();
    }

    @Test
    void acceptsWhatTheTrailLetsOut() {
        JsonNode comparison = compared(0);

        assertThat(comparison.path("size").asInt()).isEqualTo(lines.size());
        assertThat(comparison.path("expected").asInt()).isEqualTo(lines.size());
        assertThat(run("verify", export.toString(), "--public", published.toString())
                        .out())
                .contains("OK: the public export is what the trail lets out.");
    }

    /** The lines by what the contract says of them. */
    @Test
    void aPublicLineTellsNoNumberFromInside() {
        List<JsonNode> events = lines.stream().map(Json.MAPPER::readTree).toList();
        List<PublishedEvent> inside = ledger.published();

        assertThat(events).allSatisfy(event -> {
            assertThat(event.has("sequence") || event.has("correlationid") || event.has("causationid"))
                    .isFalse();
            assertThat(event.path("digest").asString()).isEqualTo(PublishedEvent.digestOf((ObjectNode) event));
        });
        assertThat(events.stream().map(event -> event.path("position").asInt()))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, events.size()).boxed().toList());
        JsonNode withheld = events.get(inside.size() - 6);
        assertThat(withheld.path("type").asString()).isEqualTo("org.parley.DevelopmentWithheld.v1");
        assertThat(withheld.path("data").path("target").asString())
                .isEqualTo(TestLedger.id(ExportFixture.NEGOTIATION + "rejected").toString());
        assertThat(UUID.fromString(withheld.path("id").asString()).version()).isEqualTo(5);
        JsonNode draft = events.get(events.size() - 2);
        PublishedEvent recorded = inside.get(14);
        assertThat(draft.path("id").asString())
                .isEqualTo(recorded.developmentId().toString());
        assertThat(draft.path("time").asString())
                .isEqualTo(PublishedEvent.time(inside.getLast().recordedAt()));
        assertThat(draft.path("recordedtime").asString()).isEqualTo(PublishedEvent.time(recorded.recordedAt()));
        assertThat(draft.path("continued").asBoolean()).isTrue();
        assertThat(CanonicalJson.of(draft.path("data"))).isEqualTo(recorded.data());
        assertThat(events.getLast().has("continued")).isFalse();
    }

    @Test
    void thePublicStateHasTheContentHashOfTheTrailOnceNothingIsUnderEmbargo() {
        NegotiationHistory outside = new NegotiationHistory(ExportFixture.NEGOTIATION);
        publicEntries().forEach(entry -> outside.record(entry.entry()));
        Instant now = ledger.now();

        assertThat(StateJson.of(outside.state(outside.now(now), now)).path("contentHash"))
                .isEqualTo(StateJson.of(ledger.history().state(ledger.history().now(now), now))
                        .path("contentHash"));
    }

    @Test
    void namesTheFirstLineThatIsMissing() throws IOException {
        write("public.ndjson", lines.subList(0, lines.size() - 1));
        assertThat(difference()).startsWith("MISSING " + lines.size() + " ").contains("DraftRejected");

        lines.remove(3);
        write("public.ndjson", lines);
        assertThat(difference()).startsWith("DIFFERENT 4 it should be org.parley.PartyAdmitted.v1");
    }

    @Test
    void namesAnAlteredLineAndWhatDiffersInIt() throws IOException {
        lines.set(4, lines.get(4).replace("USA", "GBR"));
        write("public.ndjson", lines);
        assertThat(difference())
                .startsWith("DIFFERENT 5 org.parley.CeasefireProposed.v1")
                .endsWith("differs in data");

        lines.set(4, "nonsense");
        write("public.ndjson", lines);
        assertThat(difference()).startsWith("DIFFERENT 5 ").endsWith("is no event");
    }

    @Test
    void findsWhatWasToldTooMuch() throws IOException {
        lines.add(exportLines().getFirst());
        write("public.ndjson", lines);

        assertThat(difference()).startsWith("UNEXPECTED " + lines.size() + " ").contains("NegotiationOpened");
    }

    @Test
    void verifiesTheSignatureTooIfThereIsAKey() throws IOException {
        Files.writeString(Path.of(export + ".key"), ExportFixture.KEY.verifier().toString());
        Output done = run("verify", export.toString(), "--public", published.toString());

        assertThat(done.code()).isNotZero();
        assertThat(done.err()).contains("export.ndjson.checkpoint");
    }
}
