package org.parley.archive;

import java.time.Instant;
import org.parley.testkit.SharedFixtures;
import org.parley.testkit.TestLedger;

/** The events that most tests query, recorded from 12 to 20 August 2025, and an archive with them. */
final class AlaskaStory {
    static final String NEGOTIATION = "ukraine-2025";
    static final Instant NOW = Instant.parse("2025-08-25T12:00:00Z");

    /** The end of the embargo on the meeting. */
    static final Instant EMBARGO_END = Instant.parse("2025-08-30T00:00:00Z");

    private static final String EVIDENCE = ",'evidence':{'sources':[{'publisher':'Reuters','title':'A report',"
            + "'url':'https://example.org/report'}],'grade':'B2'}}";

    private AlaskaStory() {}

    /** The shared archive, started once, and closed before the servers that it uses. */
    static ArchiveFixture archive() {
        return SharedFixtures.get(AlaskaStory.class, AlaskaStory::start);
    }

    private static ArchiveFixture start() {
        ArchiveFixture archive = new ArchiveFixture(NOW);
        archive.publishAndWait(ledger().published());
        return archive;
    }

    static TestLedger ledger() {
        return Shared.LEDGER;
    }

    private static final class Shared {
        static final TestLedger LEDGER = record(NEGOTIATION);
    }

    static TestLedger record(String negotiation) {
        TestLedger ledger = new TestLedger(negotiation, "2025-08-12T09:00:00Z");
        ledger.log("open", "{'command':'OpenNegotiation','title':'Guarantees for Ukraine','occurred':'2025-08-10'}");
        admit(ledger, "USA", "the United States", "STATE");
        admit(ledger, "RUS", "Russia", "STATE");
        admit(ledger, "UKR", "Ukraine", "STATE");
        admit(ledger, "VOX", "Vera Vox", "VOICE");
        ledger.at("2025-08-13T10:00:00Z").log(
                "proposed",
                "{'command':'ProposeCeasefire','matter':'alaska','title':'Alaska ceasefire','occurred':'2025-08-13',"
                        + "'by':'USA','terms':'thirty days','consentOf':['RUS','UKR']" + EVIDENCE);
        ledger.by("boris").at("2025-08-15T20:00:00Z");
        ledger.log(
                "rejected",
                "{'command':'RejectCeasefire','matter':'alaska','occurred':'2025-08-15','note':'Heard in Anchorage',"
                        + "'by':{'party':'RUS','person':'Vladimir Putin'},'reason':'=cmd: not yet'" + EVIDENCE);
        ledger.at("2025-08-17T08:00:00Z");
        ledger.log(
                "accepted",
                "{'command':'AcceptCeasefire','matter':'alaska','occurred':'2025-08-14','by':'UKR'" + EVIDENCE);
        ledger.log(
                "claimed",
                "{'command':'ClaimUnderstanding','matter':'land','occurred':'2025-08-16/2025-08-28','by':'USA',"
                        + "'between':['USA','RUS'],'terms':'a swap'" + EVIDENCE);
        ledger.by("=anna").at("2025-08-18T20:00:00Z");
        ledger.log(
                "met",
                "{'command':'RecordMeeting','matter':'washington','occurred':'2025-08-18T13:00-04:00',"
                        + "'participants':['USA','UKR'],'venue':'White House'" + EVIDENCE);
        ledger.log(
                "guarantee",
                "{'command':'ProposeGuarantee','matter':'backstop','occurred':'2025-08-18','by':'USA','to':'UKR',"
                        + "'form':'BACKSTOP','partOf':'white-house'" + EVIDENCE);
        ledger.log(
                "objected",
                "{'command':'ObjectToGuarantee','matter':'backstop','occurred':'2025-08-19','by':'VOX',"
                        + "'reason':'too weak'" + EVIDENCE.replace("B2", "C3"));
        ledger.log("question", "{'command':'RaiseQuestion','matter':'troops','title':'Troops?','theme':'SECURITY'}");
        ledger.log(
                "position",
                "{'command':'StatePosition','matter':'troops','occurred':'2025-08-18','by':'RUS','stance':'OPPOSES',"
                        + "'summary':'no NATO troops'" + EVIDENCE);
        ledger.by("chief").at("2025-08-20T09:00:00Z");
        ledger.log(
                "corrected",
                "{'command':'CorrectDevelopment','target':'#rejected','reason':'a day later','replacement':"
                        + "{'command':'RejectCeasefire','occurred':'2025-08-16','by':'RUS','reason':'not yet'}}");
        ledger.log(
                "sourced",
                "{'command':'AddSource','target':'#proposed','source':{'publisher':'TASS','title':'Another'}}");
        ledger.log("graded", "{'command':'GradeDevelopment','target':'#proposed','grade':'A1'}");
        ledger.log(
                "disputed", "{'command':'DisputeDevelopment','target':'#claimed','by':'RUS','reason':'no such talk'}");
        ledger.log("retracted", "{'command':'RetractDevelopment','target':'#objected','reason':'never said'}");
        ledger.log("held", "{'command':'HoldDevelopment','target':'#met','until':'" + EMBARGO_END + "'}");
        return ledger;
    }

    private static void admit(TestLedger ledger, String code, String name, String kind) {
        ledger.log(
                code, "{'command':'AdmitParty','party':'%s','name':'%s','partyKind':'%s'}".formatted(code, name, kind));
    }
}
