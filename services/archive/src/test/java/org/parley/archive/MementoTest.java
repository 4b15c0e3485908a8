package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.parley.archive.ArchiveFixture.Response;

/** Mementos and TimeMaps (RFC 7089). */
class MementoTest {
    private static final String PATH = "/api/negotiations/" + AlaskaStory.NEGOTIATION;

    private final ArchiveFixture archive = AlaskaStory.archive();

    @AfterEach
    void resetClock() {
        archive.setTime(AlaskaStory.NOW);
    }

    private Response at(String datetime) {
        return archive.get(PATH, Map.of("Accept-Datetime", datetime));
    }

    @Test
    void acceptDatetimeSelectsMemento() {
        Response memento = at("Fri, 15 Aug 2025 20:00:00 GMT");
        assertThat(memento.status()).isEqualTo(200);
        assertThat(memento.header("Memento-Datetime")).isEqualTo("Fri, 15 Aug 2025 20:00:00 GMT");
        assertThat(memento.header("Vary")).containsIgnoringCase("accept-datetime");
        assertThat(memento.header("Link"))
                .contains("<" + PATH + ">; rel=\"original timegate\"")
                .contains("<" + PATH + "/timemap>; rel=\"timemap\"; type=\"application/link-format\"");
        Response permalink = archive.get(memento.header("Content-Location"));
        assertThat(permalink.body()).isEqualTo(memento.body());
        assertThat(permalink.header("Memento-Datetime")).isEqualTo(memento.header("Memento-Datetime"));
        assertThat(memento.json().path("through").asLong())
                .isEqualTo(archive.get(PATH + "?knownAt=2025-08-16")
                        .json()
                        .path("through")
                        .asLong());
    }

    @Test
    void permalinkReturnsSameBodyLater() {
        String matter = PATH + "/matters/ceasefire/alaska";
        for (String path : List.of(
                PATH,
                PATH + "?asOf=2025-08-14",
                PATH + "?knownAt=2025-08-16",
                matter,
                matter + "?limit=2",
                matter + "?knownAt=2025-08-20&limit=1")) {
            Response memento = archive.get(path, Map.of("Accept-Datetime", "Sat, 16 Aug 2025 20:00:00 GMT"));
            String permalink = memento.header("Content-Location");
            archive.setTime(AlaskaStory.NOW.plus(400, ChronoUnit.DAYS));
            Response later = archive.get(permalink);
            assertThat(later.body()).as(path).isEqualTo(memento.body());
            assertThat(later.header("Content-Location")).isEqualTo(permalink);
            archive.setTime(AlaskaStory.NOW);
        }
    }

    @Test
    void datetimeOutsideRangeSelectsFirstOrLast() {
        assertThat(at("Sun, 01 Jan 1995 00:00:00 GMT").json().path("through").asLong())
                .isEqualTo(1);
        Response last = at("Thu, 01 Jan 2099 00:00:00 GMT");
        assertThat(last.body()).isEqualTo(archive.get(PATH).body());
        assertThat(last.header("Memento-Datetime")).isEqualTo("Mon, 25 Aug 2025 12:00:00 GMT");
    }

    @Test
    void dayHasTwoDigits() {
        Response memento = archive.get(PATH + "?knownAt=2025-09-05");
        assertThat(memento.header("Memento-Datetime")).isEmpty(); // the current state is not a memento
        Response early = archive.get(PATH + "?knownAt=2025-08-05T07:00:00Z");
        assertThat(early.header("Memento-Datetime")).isEqualTo("Tue, 05 Aug 2025 07:00:00 GMT");
    }

    @Test
    void explicitKnownAtDoesNotVary() {
        assertThat(archive.get(PATH + "?knownAt=2025-08-15").header("Vary")).doesNotContainIgnoringCase("datetime");
        assertThat(archive.get(PATH + "?knownAt=").header("Vary")).containsIgnoringCase("accept-datetime");
    }

    @Test
    void matterHasMementos() {
        String path = PATH + "/matters/ceasefire/alaska";
        Response original = archive.get(path);
        assertThat(original.header("Memento-Datetime")).isEmpty();
        assertThat(original.header("Vary")).containsIgnoringCase("accept-datetime");
        assertThat(original.header("Link"))
                .contains("<" + path + ">; rel=\"original timegate\"")
                .contains("<" + path + "/timemap>; rel=\"timemap\"");

        Response memento = archive.get(path, Map.of("Accept-Datetime", "Sat, 16 Aug 2025 00:00:00 GMT"));
        assertThat(memento.header("Memento-Datetime")).isEqualTo("Sat, 16 Aug 2025 00:00:00 GMT");
        assertThat(memento.json().path("since").asString()).isEqualTo("2025-08-15");
        Response permalink = archive.get(memento.header("Content-Location"));
        assertThat(permalink.body()).isEqualTo(memento.body());
        assertThat(permalink.header("Memento-Datetime")).isEqualTo(memento.header("Memento-Datetime"));
        assertThat(memento.header("Link"))
                .contains("<" + memento.header("Content-Location") + ">; rel=\"memento\"; datetime=\"Sat, 16 Aug 2025");

        Response first = archive.get(path, Map.of("Accept-Datetime", "Sun, 01 Jan 1995 00:00:00 GMT"));
        assertThat(first.json().path("status").asString()).isEqualTo("PROPOSED");
        assertThat(first.json().path("version").asInt()).isEqualTo(1);
        assertThat(archive.get(path, Map.of("Accept-Datetime", "now")).status()).isEqualTo(400);
    }

    @Test
    void matterHasTimeMap() {
        List<String> mementos = archive.get(PATH + "/matters/ceasefire/alaska/timemap")
                .body()
                .lines()
                .filter(link -> link.contains("memento\""))
                .toList();
        assertThat(mementos).hasSize(6);
        assertThat(mementos.getFirst()).contains("rel=\"first memento\"; datetime=\"Wed, 13 Aug 2025 10:00:00 GMT\"");
        for (String memento : mementos) {
            assertThat(archive.get(memento.replaceFirst("^<([^>]*)>.*", "$1")).status())
                    .isEqualTo(200);
        }
        assertThat(archive.get(PATH + "/matters/ceasefire/nothing/timemap").status())
                .isEqualTo(404);
        assertThat(archive.get("/api/negotiations/nowhere/timemap").status()).isEqualTo(404);
        assertThat(archive.get(PATH + "/timemap?after=yesterday").status()).isEqualTo(400);
    }

    @Test
    void timeMapContinuesAfterInstant() {
        List<String> all = archive.get(PATH + "/timemap").body().lines().toList();
        List<String> rest =
                archive.get(PATH + "/timemap?after=2025-08-19").body().lines().toList();
        assertThat(rest.get(1)).startsWith("<" + PATH + "/timemap?after=2025-08-19T23:59:59.999999Z>; rel=\"self\"");
        assertThat(rest.subList(2, rest.size()))
                .isNotEmpty()
                .isEqualTo(all.subList(all.size() - rest.size() + 2, all.size()));
    }

    @Test
    void currentStateIsTheOriginal() {
        Response original = archive.get(PATH);
        assertThat(original.header("Memento-Datetime")).isEmpty();
        assertThat(original.header("Link")).contains("timegate");
    }

    @Test
    void invalidDateIsRefused() {
        assertThat(at("2025-08-15").status()).isEqualTo(400);
        assertThat(at("2025-08-15").body()).contains("/Accept-Datetime");
    }

    @Test
    void timeMapListsAllMementos() {
        Response map = archive.get(PATH + "/timemap");
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
        assertThat(mementos).hasSize((int) AlaskaStory.ledger().published().stream()
                .map(event -> event.recordedAt())
                .distinct()
                .count());
        String address = mementos.get(1).replaceFirst("^<([^>]*)>.*", "$1");
        assertThat(archive.get(address).status()).isEqualTo(200);
    }

    @Test
    void asOfIsPartOfTheResource() {
        Response memento = archive.get(
                PATH + "?asOf=2025-08-15T12:00%2B02:00", Map.of("Accept-Datetime", "Fri, 15 Aug 2025 20:00:00 GMT"));
        assertThat(memento.header("Content-Location")).contains("asOf=2025-08-15T12%3A00%2B02%3A00");
        assertThat(archive.get(memento.header("Content-Location")).body()).isEqualTo(memento.body());
        assertThat(archive.get(PATH + "/timemap?asOf=2025-08-15").body())
                .contains("<" + PATH + "?asOf=2025-08-15>; rel=\"original timegate\"");
    }
}
