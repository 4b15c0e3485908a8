package org.parley.desk.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import org.parley.contract.proof.TreeHash;
import org.parley.desk.client.BitemporalPoint;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.page.DetailFormatter;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.parley.desk.page.TestPageMessages;
import org.springframework.context.i18n.LocaleContextHolder;

/** What the page of an entry shows beside the entry itself. */
class EntryViewsTest {
    private static final Instant NOW = Instant.parse("2025-09-01T10:20:30Z");

    private final PageMessages words = TestPageMessages.english();
    private final TrailEntryView entry = read("""
            {'position':7,'developmentId':'e','type':'CeasefireRejected','negotiation':'talks','kind':'ceasefire',
             'matter':'alaska','title':'Alaska','occurred':'2025-08-15','recordedAt':'2025-08-19T08:00:00Z',
             'editor':'ana','parties':['RUS'],'summary':'On 15 August 2025, Russia said no.','standing':'CORRECTED',
             'correctedBy':'c',
             'evidence':{'sources':[{'publisher':'TASS','title':'No'},{'publisher':'AP','title':'Later'}],'grade':'B2'},
             'data':{'occurred':'2025-08-15','by':[{'party':'RUS','person':'Vladimir Putin'}],'note':'In Anchorage.',
                     'evidence':{'sources':[{'publisher':'TASS','title':'No'}],'grade':'B2'}},
             'said':[
              {'position':9,'developmentId':'c','type':'DevelopmentCorrected','negotiation':'talks','kind':'ceasefire',
               'matter':'alaska','recordedAt':'2025-08-20T09:00:00Z','editor':'ben','parties':[],'summary':'Corrected.',
               'standing':'EFFECTIVE','targets':'e','replacement':'On 16 August 2025, Russia said no.',
               'data':{'target':'e','reason':'a day later','replacement':{'type':'CeasefireRejected',
                 'occurred':'2025-08-16','by':[{'party':'RUS'}],
                 'evidence':{'sources':[{'publisher':'Reuters','title':'No, again'}],'grade':'A1'}}}},
              {'position':12,'developmentId':'g','type':'DevelopmentGraded','negotiation':'talks','kind':'ceasefire',
               'matter':'alaska','recordedAt':'2025-08-21T09:00:00Z','editor':'ben','parties':[],'summary':'Graded.',
               'standing':'RETRACTED','targets':'c','data':{'target':'c','grade':'A2'}}]}""");

    private static TrailEntryView read(String json) {
        return Json.MAPPER.readValue(json.replace('\'', '"'), TrailEntryView.class);
    }

    private TrailEntryView correction() {
        return entry.said().getFirst();
    }

    @BeforeEach
    void readsEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    @AfterEach
    void forgetsTheLanguage() {
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void correctionShowsEveryFieldThatDiffers() {
        EntryCorrection correction =
                EntryCorrection.of(entry, correction(), new DetailFormatter(words, Map.of("RUS", "Russia")), words);
        assertThat(correction.reason()).isEqualTo("a day later");
        assertThat(correction.rows().stream().map(row -> row.label() + ": " + marked(row)))
                .containsExactly(
                        "Sentence: On [-15][+16] August 2025, Russia said no.",
                        "Day: [-15 August 2025][+16 August 2025]",
                        "by: Russia[- · Vladimir Putin]",
                        "Grade: [-B2 usually reliable, probably true][+A1 completely reliable, confirmed]",
                        "Sources: [-TASS, No][+Reuters, No, again]",
                        "Note: [-In Anchorage.]");
    }

    private static String marked(EntryCorrection.Row row) {
        return row.parts().stream()
                .map(part -> part.isRemoved()
                        ? "[-" + part.text() + "]"
                        : part.isAdded() ? "[+" + part.text() + "]" : part.text())
                .collect(Collectors.joining());
    }

    @Test
    void sourcesAreThoseOfTheCorrectionAndThoseAddedSince() {
        EntrySources sources = EntrySources.of(entry, correction());
        assertThat(sources.present())
                .extracting(graded -> graded.source().publisher() + " " + graded.grade())
                .containsExactly("Reuters A1", "AP B2");
        assertThat(sources.first())
                .extracting(graded -> graded.source().publisher())
                .containsExactly("TASS");
        assertThat(EntrySources.of(entry, null).present()).hasSize(2);
    }

    @Test
    void lifeHasEveryEditorialEntry() {
        List<EntryLife.Step> life = EntryLife.of(entry, "2025-08-16", words);
        assertThat(life)
                .extracting(EntryLife.Step::text)
                .containsExactly(
                        "It happened, on the day as corrected",
                        "Recorded by ana",
                        "Corrected by ben",
                        "Graded by ben: A2 (about an entry below)");
        assertThat(life.get(0).date()).isEqualTo("16 August 2025");
        assertThat(life.get(1).date()).isEqualTo("3 days late");
        assertThat(life.get(2).reason()).isEqualTo("a day later");
        assertThat(life).extracting(EntryLife.Step::isUndone).containsExactly(false, false, false, true);
    }

    @Test
    void linksHaveBothTimes() {
        List<EntryPermalink> links = EntryPermalink.of(entry, correction(), PageLinks.of("talks"), NOW);
        assertThat(links)
                .extracting(EntryPermalink::label, EntryPermalink::href)
                .containsExactly(
                        tuple("entry.link.now", "/n/talks/entries/e?asOf=2025-09-01&knownAt=2025-09-01T10%3A20%3A00Z"),
                        tuple(
                                "entry.link.before",
                                "/n/talks/entries/e?asOf=2025-08-20&knownAt=2025-08-20T08%3A59%3A59.999999Z"));
    }

    @Test
    void linkOfThePastKeepsItsTimes() {
        PageLinks then = new PageLinks("talks", BitemporalPoint.of("2025-08-18", null), Map.of());
        assertThat(EntryPermalink.of(entry, null, then, NOW))
                .singleElement()
                .satisfies(link -> assertThat(link.moment().asOf()).isEqualTo("2025-08-18"))
                .satisfies(link -> assertThat(link.moment().knownAt()).isEqualTo("2025-09-01T10:20:00Z"))
                .satisfies(link -> assertThat(link.label()).isEqualTo("entry.link.then"));
    }

    @Test
    void proofFailsForAnotherEntry() {
        TreeHash leaf = TreeHash.ofLeaf(new byte[] {1});
        TreeHash other = TreeHash.ofLeaf(new byte[] {2});
        String inclusion = "{'position':1,'size':2,'root':'%s','hashes':['%s']}"
                .formatted(TreeHash.ofNode(leaf, other).base64(), other.base64())
                .replace('\'', '"');
        assertThat(EntryProof.of(Json.MAPPER.readTree(inclusion), leaf.base64()).isProven())
                .isTrue();
        EntryProof failed = EntryProof.of(Json.MAPPER.readTree(inclusion), other.base64());
        assertThat(failed.isProven()).isFalse();
        assertThat(failed.shortLeaf()).hasSize(17).startsWith(failed.leaf().substring(0, 8));
    }
}
