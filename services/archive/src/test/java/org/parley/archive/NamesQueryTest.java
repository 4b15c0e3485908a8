package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.archive.ArchiveFixture.Response;
import tools.jackson.databind.JsonNode;

/** The names that pages need, without the states of all matters. */
class NamesQueryTest {
    private static final String PATH = "/api/negotiations/" + AlaskaStory.NEGOTIATION + "/names";

    private final ArchiveFixture archive = AlaskaStory.archive();

    @Test
    void namesPartiesAndOnlyTheRequestedMatters() {
        JsonNode names = archive.get(PATH + "?matter=ceasefire/alaska&matter=understanding/land&matter=meeting/none")
                .json();
        assertThat(names.path("title").asString()).isEqualTo("Guarantees for Ukraine");
        assertThat(names.path("parties").propertyNames()).containsExactly("RUS", "UKR", "USA", "VOX");
        assertThat(names.at("/parties/USA").asString()).isEqualTo("the United States");
        assertThat(names.path("matters").propertyNames()).containsExactly("ceasefire/alaska", "understanding/land");
        assertThat(names.path("matters").path("ceasefire/alaska").asString()).isEqualTo("Alaska ceasefire");
        assertThat(archive.get(PATH).json().path("matters")).isEmpty();
    }

    @Test
    void namesOnlyWhatWasKnown() {
        JsonNode names = archive.get(PATH + "?matter=ceasefire/alaska&knownAt=2025-08-12")
                .json();
        assertThat(names.at("/parties/RUS").asString()).isEqualTo("Russia");
        assertThat(names.path("matters")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"alaska", "truce/alaska", "ceasefire/No Slug"})
    void refusesWhatIsNoMatter(String matter) {
        Response answer = archive.get(PATH + "?matter=" + matter.replace(" ", "%20"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").findValuesAsString("pointer")).containsExactly("/matter");
    }
}
