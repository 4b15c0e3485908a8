package org.parley.desk.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import org.parley.desk.client.MatterHistory;

class MatterTimelineTest {
    private static final LocalDate TODAY = LocalDate.of(2025, 8, 21);

    private static MatterHistory matter(String... steps) {
        String json = """
                {'kind':'ceasefire','matter':'alaska','title':'Alaska','status':'REJECTED','version':1,
                 'possible':false,'disputed':false,'held':false,
                 'detail':{'about':['meeting/anchorage'],'ratifiedBy':[{'party':'UKR','vote':'rada'}],'partOf':'plan'},
                 'history':[%s],'mentionedIn':[{'kind':'vote','matter':'rada','title':'The vote','status':'CALLED',
                 'possible':false,'disputed':false,'held':false}]}""".formatted(String.join(",", steps));
        return Json.MAPPER.readValue(json.replace('\'', '"'), MatterHistory.class);
    }

    private static String step(String type, String occurred, String status) {
        return "{'developmentId':'%s','position':1,'type':'%s','recordedAt':'2025-08-20T00:00:00Z','editor':'ana',"
                        .formatted(type, type)
                + "'occurred':" + (occurred.isEmpty() ? "null" : "'" + occurred + "'") + ",'status':'" + status
                + "','disputed':false,'held':false,'disregarded':false,'possible':false,'summary':'It happened.',"
                + "'disputes':[],'data':{}}";
    }

    @Test
    void aBandLastsUntilTheNextStatusOrToday() {
        MatterTimeline timeline = MatterTimeline.of(
                matter(
                        step("CeasefireProposed", "2025-08-11", "PROPOSED"),
                        step("CeasefireAccepted", "2025-08-13", "PROPOSED"),
                        step("CeasefireRejected", "2025-08-16/2025-08-18", "REJECTED")),
                TODAY);
        assertThat(timeline).isNotNull();
        assertThat(timeline.first()).isEqualTo("2025-08-11");
        assertThat(timeline.last()).isEqualTo(TODAY);
        assertThat(timeline.bands())
                .containsExactly(
                        new MatterTimeline.Band(1.5, 48.5, "PROPOSED", "open"),
                        new MatterTimeline.Band(50, 48.5, "REJECTED", "refused"));
        assertThat(timeline.marks()).extracting(MatterTimeline.Mark::x).containsExactly(1.5, 20.9, 50.0);
        assertThat(timeline.marks()).extracting(MatterTimeline.Mark::isVague).containsExactly(false, false, true);
    }

    @Test
    void oneStepIsNoTimeline() {
        assertThat(MatterTimeline.of(matter(step("CeasefireProposed", "2025-08-11", "PROPOSED")), TODAY))
                .isNull();
        assertThat(MatterTimeline.of(
                        matter(
                                step("CeasefireProposed", "2025-08-11", "PROPOSED"),
                                step("CeasefireRejected", "", "REJECTED")),
                        TODAY))
                .isNull();
    }

    @Test
    void twoStepsOnOneDayFit() {
        MatterTimeline timeline = MatterTimeline.of(
                matter(
                        step("CeasefireProposed", "2025-08-21", "PROPOSED"),
                        step("CeasefireRejected", "2025-08-21", "REJECTED")),
                TODAY);
        assertThat(timeline).isNotNull();
        assertThat(timeline.bands()).extracting(MatterTimeline.Band::status).containsExactly("REJECTED");
    }

    @Test
    void relatedMattersAreNamedOnce() {
        List<RelatedMatter> related = RelatedMatter.of(
                matter(),
                Map.of("meeting/anchorage", "Anchorage", "vote/rada", "The vote", "agreement/plan", "The plan"));
        assertThat(related).extracting(RelatedMatter::title).containsExactly("Anchorage", "The plan", "The vote");
        assertThat(related)
                .extracting(RelatedMatter::relation)
                .containsExactly("matter.refersTo", "matter.refersTo", "matter.mentions");
        assertThat(RelatedMatter.of(matter(), Map.of()))
                .extracting(RelatedMatter::reference)
                .containsExactly("vote/rada");
    }
}
