package org.parley.desk.trail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.contract.Json;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.client.TrailFacets;
import org.parley.desk.page.TestPageMessages;

class TrailViewsTest {
    private static TrailEntryView entry(int position, String recordedAt) {
        String json = "{'position':%d,'developmentId':'e','type':'PartyAdmitted','negotiation':'talks',"
                + "'kind':'negotiation','matter':'talks','recordedAt':'%s','editor':'ana','parties':[],"
                + "'summary':'Admitted.','standing':'EFFECTIVE'}";
        return Json.MAPPER.readValue(json.formatted(position, recordedAt).replace('\'', '"'), TrailEntryView.class);
    }

    @Test
    void entriesOfADayStandTogether() {
        List<TrailDay> days = TrailDay.of(List.of(
                entry(3, "2026-06-05T00:30:00Z"), entry(2, "2026-06-04T23:30:00Z"), entry(1, "2026-06-04T00:00:00Z")));
        assertThat(days).extracting(day -> day.day().toString()).containsExactly("2026-06-05", "2026-06-04");
        assertThat(days.get(1).entries()).extracting(TrailEntryView::position).containsExactly(2L, 1L);
        assertThat(TrailDay.of(List.of())).isEmpty();
    }

    private static List<FacetOptions> options(@Nullable String more, String... chosen) {
        List<TrailFacets.Count> parties = IntStream.rangeClosed(1, 40)
                .mapToObj(i -> new TrailFacets.Count("P" + i, "Party " + i, null, null, 100 - i))
                .toList();
        List<TrailFacets.Count> standings = Stream.of("EFFECTIVE", "DISPUTED")
                .map(standing -> new TrailFacets.Count(standing, null, null, null, 5))
                .toList();
        TrailPageQuery question =
                new TrailPageQuery(null, null, List.of(chosen), null, null, null, null, null, null, null, more);
        return FacetOptions.of(
                new TrailFacets(500, Map.of("party", parties, "standing", standings)),
                question,
                TestPageMessages.english());
    }

    @Test
    void facetShowsItsMostFrequentValuesAndTheChosenOnes() {
        FacetOptions party = options(null, "P39").get(1);
        assertThat(party.name()).isEqualTo("party");
        assertThat(party.values())
                .extracting(FacetOptions.Value::value)
                .hasSize(7)
                .endsWith("P6", "P39");
        assertThat(party.omitted()).isEqualTo(33);
        assertThat(options("party").get(1).omitted()).isZero();
    }

    @Test
    void standingsLookAsInTheTrail() {
        FacetOptions standing = options(null).getFirst();
        assertThat(standing.values().get(1).step()).isNotNull();
        assertThat(standing.values().get(0).step()).isNull();
    }
}
