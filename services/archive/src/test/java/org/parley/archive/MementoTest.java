package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.archive.Archive.Answer;

/** RFC 7089. */
class MementoTest {
    private static final String PATH = "/api/negotiations/" + Alaska.NEGOTIATION;

    private final Archive archive = Alaska.archive();

    private Answer at(String datetime) {
        return archive.get(PATH, Map.of("Accept-Datetime", datetime));
    }

    @Test
    void aStateIsAnsweredAsItWasKnown() {
        Answer memento = at("Fri, 15 Aug 2025 20:00:00 GMT");
        assertThat(memento.status()).isEqualTo(200);
        assertThat(memento.header("Memento-Datetime")).isEqualTo("Fri, 15 Aug 2025 20:00:00 GMT");
        assertThat(memento.header("Vary")).containsIgnoringCase("accept-datetime");
        assertThat(memento.header("Link"))
                .contains("<" + PATH + ">; rel=\"original timegate\"")
                .contains("<" + PATH + "/timemap>; rel=\"timemap\"; type=\"application/link-format\"");
        Answer permalink = archive.get(memento.header("Content-Location"));
        assertThat(permalink.body()).isEqualTo(memento.body());
        assertThat(permalink.header("Memento-Datetime")).isEqualTo(memento.header("Memento-Datetime"));
        assertThat(memento.json().path("through").asLong())
                .isEqualTo(archive.get(PATH + "?knownAt=2025-08-16")
                        .json()
                        .path("through")
                        .asLong());
    }

    @Test
    void outOfItsTimeTheFirstOrTheLastIsAnswered() {
        assertThat(at("Sun, 01 Jan 1995 00:00:00 GMT").json().path("through").asLong())
                .isEqualTo(1);
        Answer last = at("Thu, 01 Jan 2099 00:00:00 GMT");
        assertThat(last.json().path("through").asLong()).isEqualTo(20);
        assertThat(last.header("Memento-Datetime")).startsWith("Wed, 20 Aug 2025 09:");
    }

    @Test
    void theStateNowIsTheOriginal() {
        Answer original = archive.get(PATH);
        assertThat(original.header("Memento-Datetime")).isEmpty();
        assertThat(original.header("Link")).contains("timegate");
    }

    @Test
    void aDateThatIsNoneIsRefused() {
        assertThat(at("2025-08-15").status()).isEqualTo(400);
        assertThat(at("2025-08-15").body()).contains("/Accept-Datetime");
    }

    @Test
    void theTimeMapListsAllMementos() {
        Answer map = archive.get(PATH + "/timemap");
        assertThat(map.header("Content-Type")).startsWith("application/link-format");
        List<String> links = map.body().lines().toList();
        assertThat(links.get(0)).isEqualTo("<" + PATH + ">; rel=\"original timegate\",");
        assertThat(links.get(1))
                .startsWith("<" + PATH + "/timemap>; rel=\"self\"")
                .contains("from=", "until=");
        List<String> mementos =
                links.stream().filter(link -> link.contains("memento\"")).toList();
        assertThat(mementos.getFirst()).contains("rel=\"first memento\"");
        assertThat(mementos.getLast()).contains("rel=\"last memento\"");
        assertThat(mementos).hasSize((int) Alaska.ledger().published().stream()
                .map(event -> event.recordedAt())
                .distinct()
                .count());
        String address = mementos.get(1).replaceFirst("^<([^>]*)>.*", "$1");
        assertThat(archive.get(address).status()).isEqualTo(200);
    }

    @Test
    void theWorldsTimeIsPartOfWhatIsRemembered() {
        Answer memento = archive.get(
                PATH + "?asOf=2025-08-15T12:00%2B02:00", Map.of("Accept-Datetime", "Fri, 15 Aug 2025 20:00:00 GMT"));
        assertThat(memento.header("Content-Location")).contains("asOf=2025-08-15T12%3A00%2B02%3A00");
        assertThat(archive.get(memento.header("Content-Location")).body()).isEqualTo(memento.body());
        assertThat(archive.get(PATH + "/timemap?asOf=2025-08-15").body())
                .contains("<" + PATH + "?asOf=2025-08-15>; rel=\"original timegate\"");
    }
}
