package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.CalendarComponent;
import net.fortuna.ical4j.validate.ValidationResult;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.archive.ArchiveFixture.Response;
import org.parley.testkit.TestLedger;

/** The calendar of a negotiation, read by a parser other than the library that writes it. */
class CalendarFeedTest {
    private static final String EVIDENCE = ",'evidence':{'sources':[{'publisher':'Reuters','title':'A report'}]}}";
    private static final String PATH = "/feeds/dated.ics";

    private static final ArchiveFixture archive = AlaskaStory.archive();
    private static final TestLedger ledger = new TestLedger("dated", "2025-08-12T09:00:00Z");

    @BeforeAll
    static void record() {
        ledger.log("cOpen", "{'command':'OpenNegotiation','title':'Talks, dated','occurred':'2025-08-10'}");
        ledger.log("cA", "{'command':'AdmitParty','party':'AAA','name':'A-land','partyKind':'STATE'}");
        ledger.log("cB", "{'command':'AdmitParty','party':'BBB','name':'B-land','partyKind':'STATE'}");
        meeting("day", "2025-09-01");
        meeting("instant", "2025-09-02T18:00+02:00");
        meeting("month", "2025-10");
        meeting("about", "2025-09-05~");
        meeting("uncertain", "2025-09-06?");
        meeting("between", "2025-09-10/2025-09-12");
        meeting("moved", "2025-09-20");
        meeting("undated", "2025-09-21");
        meeting("amended", "2025-09-22");
        ledger.at("2025-08-13T09:00:00Z");
        ledger.log(
                "cMoved",
                "{'command':'PostponeMeeting','matter':'moved','occurred':'2025-08-12','planned':'2025-09-27'"
                        + EVIDENCE);
        ledger.log("cUndated", "{'command':'PostponeMeeting','matter':'undated','occurred':'2025-08-12'" + EVIDENCE);
        ledger.log(
                "cHeld",
                "{'command':'RecordMeeting','matter':'held','title':'Held talks','occurred':'2025-08-11','participants':['AAA','BBB']"
                        + EVIDENCE);
        ledger.log(
                "cWarning",
                "{'command':'ThreatenConsequences','matter':'ultimatum','title':'An ultimatum','occurred':'2025-08-11',"
                        + "'by':'AAA','against':'BBB','condition':'peace','deadline':'2025-09-03'" + EVIDENCE);
        ledger.log(
                "cTruce",
                "{'command':'DeclareCeasefire','matter':'truce','title':'A truce','occurred':'2025-08-11','by':'AAA',"
                        + "'until':'2025-09-04'" + EVIDENCE);
        ledger.log(
                "cSigned",
                "{'command':'SignBilateralAgreement','matter':'accord','title':'An accord','occurred':'2025-08-11',"
                        + "'between':['AAA','BBB']" + EVIDENCE);
        ledger.log(
                "cPromise",
                "{'command':'UndertakeCommitment','matter':'accord','occurred':'2025-08-11','commitment':'grain',"
                        + "'by':'AAA','what':'ship grain','due':'2025-09-08'" + EVIDENCE);
        ledger.log(
                "cSecret",
                "{'command':'ScheduleMeeting','matter':'secret','title':'Secret talks','occurred':'2025-08-11',"
                        + "'planned':'2025-09-30','participants':['AAA','BBB'],'embargo':true" + EVIDENCE);
        ledger.log(
                "cAmended",
                "{'command':'CorrectDevelopment','target':'#c-amended','reason':'a slip','embargo':true,'replacement':"
                        + "{'command':'ScheduleMeeting','occurred':'2025-08-11','planned':'2025-09-23','participants':['AAA','BBB']}}");
        archive.publishAndWait(ledger.published());
    }

    private static void meeting(String slug, String planned) {
        ledger.log(
                "c-" + slug,
                "{'command':'ScheduleMeeting','matter':'%s','title':'Talks %s','occurred':'2025-08-11','planned':'%s','participants':['AAA','BBB']"
                                .formatted(slug, slug, planned)
                        + EVIDENCE);
    }

    private static Calendar calendar(String path) throws Exception {
        Response answer = archive.get(path);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("text/calendar;charset=UTF-8");
        Calendar calendar = new CalendarBuilder().build(new StringReader(answer.body()));
        ValidationResult result = calendar.validate();
        assertThat(result.getEntries()).as(answer.body()).isEmpty();
        return calendar;
    }

    private static String value(CalendarComponent component, String property) {
        return component.getProperty(property).map(Property::getValue).orElse("");
    }

    private static CalendarComponent entry(Calendar calendar, String title) {
        List<CalendarComponent> found = calendar.getComponents().stream()
                .filter(component -> value(component, Property.SUMMARY).contains(title))
                .toList();
        assertThat(found).as(title).hasSize(1);
        return found.getFirst();
    }

    private static void spans(CalendarComponent event, String start, String end) {
        assertThat(event.getName()).isEqualTo(Component.VEVENT);
        assertThat(value(event, Property.DTSTART)).isEqualTo(start);
        assertThat(value(event, Property.DTEND)).isEqualTo(end);
    }

    @Test
    void exactDatesAreWhatTheySay() throws Exception {
        Calendar calendar = calendar(PATH);
        spans(entry(calendar, "Planned meeting: Talks day"), "20250901", "20250902");
        spans(entry(calendar, "Planned meeting: Talks instant"), "20250902T160000Z", "");
        spans(entry(calendar, "Meeting: Held talks"), "20250811", "20250812");
        spans(entry(calendar, "Deadline: An ultimatum"), "20250903", "20250904");
        spans(entry(calendar, "Ceasefire ends: A truce"), "20250904", "20250905");
        spans(entry(calendar, "Commitment due: An accord, grain"), "20250908", "20250909");
        assertThat(value(entry(calendar, "Talks day"), Property.SUMMARY)).isEqualTo("Planned meeting: Talks day");
        assertThat(value(entry(calendar, "Talks day"), Property.URL))
                .contains("/n/dated/entries/" + TestLedger.id("datedc-day"));
    }

    @Test
    void lessExactDatesSaySo() throws Exception {
        Calendar calendar = calendar(PATH);
        spans(entry(calendar, "Talks month (some time in 2025-10)"), "20251001", "20251101");
        spans(entry(calendar, "Talks about (about 2025-09-05)"), "20250905", "20250906");
        spans(entry(calendar, "Talks uncertain (2025-09-06, uncertain)"), "20250906", "20250907");
        spans(entry(calendar, "Talks between (some time between 2025-09-10 and 2025-09-12)"), "20250910", "20250913");
    }

    @Test
    void whatHasNoDateIsATaskWithoutOne() throws Exception {
        CalendarComponent task = entry(calendar(PATH), "Talks undated");
        assertThat(task.getName()).isEqualTo(Component.VTODO);
        assertThat(value(task, Property.SUMMARY)).isEqualTo("Meeting postponed, no new date: Talks undated");
        assertThat(value(task, Property.DTSTART) + value(task, Property.DUE)).isEmpty();
    }

    @Test
    void movedDateKeepsItsEntry() throws Exception {
        CalendarComponent moved = entry(calendar(PATH), "Talks moved");
        spans(moved, "20250927", "20250928");
        String uid = value(moved, Property.UID);
        int sequence = Integer.parseInt(value(moved, Property.SEQUENCE));
        ledger.at("2025-08-14T09:00:00Z");
        ledger.log(
                "cMovedAgain",
                "{'command':'PostponeMeeting','matter':'moved','occurred':'2025-08-13','planned':'2025-09-28'"
                        + EVIDENCE);
        archive.publishAndWait(ledger.published());
        CalendarComponent again = entry(calendar(PATH), "Talks moved");
        spans(again, "20250928", "20250929");
        assertThat(value(again, Property.UID)).isEqualTo(uid);
        assertThat(Integer.parseInt(value(again, Property.SEQUENCE))).isGreaterThan(sequence);
    }

    @Test
    void filtersApplyAndWhatIsHeldIsLeftOut() throws Exception {
        assertThat(calendar(PATH + "?kind=warning&kind=ceasefire").getComponents())
                .hasSize(2);
        assertThat(calendar(PATH + "?type=CommitmentUndertaken").getComponents())
                .hasSize(1);
        assertThat(calendar(PATH + "?matter=meeting/day").getComponents()).hasSize(1);
        assertThat(archive.get(PATH).body()).doesNotContain("Secret", "20250923", "a slip");
        Response spanish = archive.get(PATH, Map.of("Accept-Language", "es"));
        assertThat(spanish.body()).contains("Reunión prevista: Talks day");
    }
}
