package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.parley.archive.ArchiveFixture.Response;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

/** The pages of lists with many negotiations, and the statements they take. */
class PaginationTest {
    private static final int MANY = 60;

    private static final ArchiveFixture archive = AlaskaStory.archive();

    @BeforeAll
    static void open() {
        for (int n = 0; n < MANY; n++) {
            TestLedger ledger = new TestLedger(name(n), "2025-08-12T09:00:00Z");
            ledger.log("open", "{'command':'OpenNegotiation','title':'Talks','occurred':'2025-08-10'}");
            ledger.at("2025-08-20T09:00:00Z");
            ledger.log(
                    "conclude",
                    "{'command':'ConcludeNegotiation','occurred':'2025-08-19','evidence':"
                            + "{'sources':[{'publisher':'Reuters','title':'A report'}]}}");
            archive.publish(ledger.published());
            if (n == MANY - 1) {
                archive.publishAndWait(ledger.published());
            }
        }
        for (int n = 0; n < MANY; n++) {
            String last = TestLedger.id(name(n) + "conclude").toString();
            assertThat(archive.get("/api/negotiations/" + name(n) + "?after-development=" + last)
                            .status())
                    .isEqualTo(200);
        }
    }

    private static String name(int n) {
        return "listed-%03d".formatted(n);
    }

    /** The rows of all pages, and the number of statements of each page. */
    private record PagedList(List<JsonNode> rows, List<Integer> statements) {
        static PagedList from(String first, String list) {
            PagedList walk = new PagedList(new ArrayList<>(), new ArrayList<>());
            for (String page = first; !page.isEmpty(); ) {
                String address = page;
                Response[] answer = new Response[1];
                walk.statements.add(archive.statements()
                        .during(() -> answer[0] = archive.get(address))
                        .size());
                assertThat(answer[0].status()).as(answer[0].body()).isEqualTo(200);
                answer[0].json().path(list).forEach(walk.rows::add);
                String link = answer[0].header("Link");
                assertThat(link.isEmpty())
                        .isEqualTo(answer[0].json().path("next").isNull());
                page = link.isEmpty() ? "" : link.replaceFirst("^<(/[^>]*)>; rel=\"next\"$", "$1");
            }
            return walk;
        }

        Stream<String> negotiations() {
            return rows.stream().map(row -> row.path("negotiation").asString());
        }
    }

    @Test
    void statementsDoNotGrowWithNegotiations() {
        for (String then :
                List.of("", "&asOf=2025-08-15", "&knownAt=2025-08-15", "&asOf=2025-08-15&knownAt=2025-08-15")) {
            PagedList many = PagedList.from("/api/negotiations?limit=5000" + then, "negotiations");
            assertThat(many.negotiations()).hasSizeGreaterThanOrEqualTo(MANY).isSorted();
            assertThat(many.statements()).as(then).hasSize(1).allMatch(count -> count > 0 && count <= 3);
            String status = then.isEmpty() ? "CONCLUDED" : "OPEN";
            assertThat(many.rows().stream()
                            .filter(row -> row.path("negotiation").asString().startsWith("listed-")))
                    .hasSize(MANY)
                    .allMatch(row -> row.path("status").asString().equals(status));
        }
    }

    @Test
    void negotiationPagesFormTheList() {
        PagedList whole = PagedList.from("/api/negotiations?limit=5000&asOf=2025-08-15", "negotiations");
        PagedList pages = PagedList.from("/api/negotiations?limit=7&asOf=2025-08-15", "negotiations");
        assertThat(pages.rows()).isEqualTo(whole.rows());
        assertThat(pages.statements()).hasSizeGreaterThan(MANY / 7).allMatch(count -> count > 0 && count <= 3);
        assertThat(PagedList.from("/api/negotiations?after=listed-057&limit=2", "negotiations")
                        .negotiations())
                .startsWith("listed-058", "listed-059");
        for (String wrong : List.of("0", "5001", "many")) {
            assertThat(archive.get("/api/negotiations?limit=" + wrong).status()).isEqualTo(400);
        }
    }

    @Test
    void trailPagesFormTheTrail() {
        String path =
                "/api/negotiations/" + AlaskaStory.NEGOTIATION + "/trail?kind=ceasefire&q=cease%20fire%20or%20thirty";
        List<JsonNode> whole = PagedList.from(path, "entries").rows();
        assertThat(PagedList.from(path + "&limit=1", "entries").rows()).isEqualTo(whole);
        assertThat(PagedList.from(path + "&limit=1&order=desc", "entries").rows())
                .isEqualTo(whole.reversed());
    }

    @Test
    void searchRaisesNoNotices() {
        for (String words : List.of("ceasefire", "the", "the%20thea", "for%20the", "%22the%22", "-the", "or")) {
            for (String path : List.of("/trail?q=", "/trail/facets?q=")) {
                String question = "/api/negotiations/" + AlaskaStory.NEGOTIATION + path + words;
                List<String> statements = archive.statements()
                        .during(() -> assertThat(archive.get(question).status()).isEqualTo(200));
                assertThat(statements).isNotEmpty();
                assertThat(archive.statements().notices()).as(question).isEmpty();
            }
        }
    }
}
