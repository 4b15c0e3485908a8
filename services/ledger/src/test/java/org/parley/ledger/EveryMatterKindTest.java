package org.parley.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.parley.ledger.store.AggregateCache;
import org.parley.testkit.ApiClient.Answer;

/** Matters of every kind are begun, reloaded from the store, and continued. */
class EveryMatterKindTest {
    private static LedgerProcess ledger;
    private static TestNegotiation talks;

    @BeforeAll
    static void start() {
        ledger = LedgerProcess.shared();
        talks = TestNegotiation.open(ledger.chief());
    }

    static Stream<Arguments> matters() {
        return Stream.of(
                arguments("meeting", "RecordMeeting", "'participants':['RUS','USA']", "RecordOutcome", "'summary':'S'"),
                arguments(
                        "ceasefire",
                        "ProposeCeasefire",
                        "'by':'USA','consentOf':'UKR'",
                        "AcceptCeasefire",
                        "'by':'UKR'"),
                arguments(
                        "warning",
                        "ThreatenConsequences",
                        "'by':'USA','against':'RUS','condition':'C','consequences':'D'",
                        "LetWarningLapse",
                        "'reason':'R'"),
                arguments(
                        "understanding",
                        "ClaimUnderstanding",
                        "'by':'USA','between':['USA','RUS']",
                        "ContestUnderstanding",
                        "'by':'RUS'"),
                arguments(
                        "demand", "MakeDemand", "'by':'RUS','of':'UKR','substance':'S'", "RefuseDemand", "'by':'UKR'"),
                arguments(
                        "guarantee",
                        "ProposeGuarantee",
                        "'by':'USA','to':'UKR','form':'BACKSTOP'",
                        "ObjectToGuarantee",
                        "'by':'RUS','ruledOut':true"),
                arguments(
                        "agreement",
                        "SignBilateralAgreement",
                        "'between':['USA','UKR']",
                        "UndertakeCommitment",
                        "'commitment':'money','by':'USA','what':'W','quantity':2.5,'unit':'bn'"),
                arguments(
                        "vote",
                        "CallVote",
                        "'body':'UKR','about':['agreement/matter'],'planned':'2030-01-01'",
                        "RecordVote",
                        "'body':'UKR','outcome':'REJECTED','inFavour':0,'opposed':120"),
                arguments(
                        "exchange",
                        "AgreeExchange",
                        "'between':['RUS','UKR'],'gives':[{'party':'RUS','what':'prisoners','quantity':10}]",
                        "CarryOutExchange",
                        "'gives':[{'party':'RUS','what':'prisoners','quantity':4,'atLeast':true}]"),
                arguments(
                        "question",
                        "RaiseQuestion",
                        "'title':'T','theme':'SECURITY'",
                        "StatePosition",
                        "'by':'RUS','stance':'OPPOSES','summary':'S'"));
    }

    @ParameterizedTest
    @MethodSource("matters")
    void matterIsBegunAndContinued(String kind, String begin, String fields, String next, String more) {
        Answer first = talks.accepted(json(begin, "matter", "2025-08-15", fields));
        ledger.bean(AggregateCache.class).removeAll();

        Answer second = talks.accepted(json(next, "matter", "2025-08-16", more));

        assertThat(first.text("kind")).isEqualTo(kind);
        assertThat(first.json().path("version").asInt()).isEqualTo(1);
        assertThat(second.text("kind")).isEqualTo(kind);
        assertThat(second.json().path("version").asInt()).isEqualTo(2);
        StoredTrail.of(ledger).requireInOrder();
    }

    @Test
    void negotiationIsContinued() {
        TestNegotiation own = TestNegotiation.open(talks.editor());
        ledger.bean(AggregateCache.class).removeAll();

        Answer answer = own.accepted(own.json(
                TestNegotiation.newId(),
                "SuspendTalks",
                null,
                "\"occurred\":\"2025-08-15\",\"by\":\"RUS\"," + TestNegotiation.EVIDENCE));

        assertThat(answer.text("kind")).isEqualTo("negotiation");
        assertThat(answer.json().path("version").asInt()).isEqualTo(5);
    }

    @Test
    void editorialEventsAreReloaded() {
        TestNegotiation own = TestNegotiation.open(talks.editor());
        String id = own.accepted(own.proposal(TestNegotiation.newId(), "alaska", "2025-08-13"))
                .text("developmentId");
        String target = "'target':'" + id + "'";
        Stream.of(
                        "AddSource;'source':{'publisher':'P','title':'T'}",
                        "GradeDevelopment;'grade':'A1'",
                        "DisputeDevelopment;'by':'UKR','reason':'R'",
                        "ResolveDispute;'outcome':'DISMISSED','reason':'R'",
                        "HoldDevelopment;'until':'2999-01-01'",
                        "ReleaseDevelopment;",
                        "CorrectDevelopment;'reason':'R','replacement':{'command':'DeclareCeasefire','by':'RUS',"
                                + "'occurred':'2025-08-14'}",
                        "RetractDevelopment;'reason':'R'")
                .map(line -> line.split(";", -1))
                .forEach(command -> {
                    ledger.bean(AggregateCache.class).removeAll();
                    String fields = command[1].isEmpty() ? target : target + "," + command[1];
                    own.accepted(own.json(TestNegotiation.newId(), command[0], null, fields.replace('\'', '"')));
                });

        Answer refused = own.command(own.rejection(TestNegotiation.newId(), "alaska", "2025-08-15", "UKR"));
        assertThat(refused.status()).as("nothing holds of it any more").isEqualTo(409);
        assertThat(refused.text("state")).isEqualTo("-");
    }

    private static String json(String command, String matter, String occurred, String fields) {
        return talks.json(
                TestNegotiation.newId(),
                command,
                matter,
                fields.replace('\'', '"') + ",\"occurred\":\"" + occurred + "\"," + TestNegotiation.EVIDENCE);
    }
}
