package org.parley.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.parley.contract.PublishedEvent;
import org.parley.contract.proof.MerkleFrontier;
import org.parley.contract.proof.SigningKey;
import org.parley.contract.proof.TrailCheckpoint;
import org.parley.contract.proof.TrailLine;
import org.parley.contract.proof.TreeHash;
import org.parley.testkit.TestLedger;

/** Writes the export of a test negotiation to a folder, as {@code parley export} does. */
final class ExportFixture {
    static final String NEGOTIATION = "talks-2025";
    static final SigningKey KEY = SigningKey.generate("parley");

    private static final String EVIDENCE = ",'evidence':{'sources':[{'publisher':'Reuters','title':'A report'}]}}";

    final Path file;

    ExportFixture(Path folder) {
        this.file = folder.resolve("export.ndjson");
        write(lines());
        text(".key", KEY.verifier().toString());
        checkpoint(".checkpoint", lines().size());
    }

    /** The trail: 14 entries. */
    static TestLedger ledger() {
        TestLedger ledger = new TestLedger(NEGOTIATION, "2025-08-12T09:00:00Z");
        ledger.log("open", "{'command':'OpenNegotiation','title':'Talks','occurred':'2025-08-10'}");
        for (String party : List.of("USA", "RUS", "UKR")) {
            ledger.log(
                    party,
                    "{'command':'AdmitParty','party':'%1$s','name':'the %1$s','partyKind':'STATE'}".formatted(party));
        }
        ledger.at("2025-08-13T10:00:00Z").log(
                "proposed",
                "{'command':'ProposeCeasefire','matter':'alaska','occurred':'2025-08-13','by':'USA',"
                        + "'consentOf':['RUS','UKR']" + EVIDENCE);
        ledger.at("2025-08-15T20:00:00Z").log(
                "rejected",
                "{'command':'RejectCeasefire','matter':'alaska','occurred':'2025-08-15','by':'RUS'" + EVIDENCE);
        ledger.log(
                "signed",
                "{'command':'SignBilateralAgreement','matter':'pact','occurred':'2025-08-15',"
                        + "'between':['USA','UKR'],'note':'as heard'" + EVIDENCE);
        ledger.at("2025-08-16T09:00:00Z").log(
                "corrected",
                "{'command':'CorrectDevelopment','target':'#rejected','reason':'a day later','replacement':"
                        + "{'command':'RejectCeasefire','occurred':'2025-08-16','by':'RUS'}}");
        ledger.log("retracted", "{'command':'RetractDevelopment','target':'#signed','reason':'never signed'}");
        for (int day = 17; day < 22; day++) {
            ledger.at("2025-08-" + day + "T12:00:00Z").log(
                    "warned" + day,
                    "{'command':'ThreatenConsequences','matter':'tariffs','occurred':'2025-08-" + day
                            + "','by':'USA','against':'RUS','condition':'peace','consequences':'tariffs'"
                            + EVIDENCE);
        }
        return ledger;
    }

    static List<PublishedEvent> events() {
        return ledger().published();
    }

    static List<String> lines() {
        return events().stream()
                .map(event -> new String(TrailLine.of(event), StandardCharsets.UTF_8))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    void write(List<String> lines) {
        text("", lines.stream().map(line -> line + "\n").collect(Collectors.joining()));
    }

    void text(String suffix, String text) {
        try {
            Files.writeString(Path.of(file + suffix), text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Writes a signed checkpoint over the first entries of the trail. */
    void checkpoint(String suffix, int size) {
        MerkleFrontier tree = new MerkleFrontier();
        lines().subList(0, size).forEach(line -> tree.add(TreeHash.ofLeaf(line.getBytes(StandardCharsets.UTF_8))));
        text(
                suffix,
                KEY.sign(TrailCheckpoint.of(NEGOTIATION, size, tree.root()).text())
                        .toString());
    }

    void leaves() {
        text(
                ".leaves",
                lines().stream()
                        .map(line -> TreeHash.ofLeaf(line.getBytes(StandardCharsets.UTF_8))
                                        .base64() + "\n")
                        .collect(Collectors.joining()));
    }

    /** The output and exit code of the program. */
    record Output(int code, String out, String err) {}

    static Output run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = ParleyCommand.run(new PrintWriter(out), new PrintWriter(err), arguments);
        return new Output(code, out.toString(), err.toString());
    }
}
