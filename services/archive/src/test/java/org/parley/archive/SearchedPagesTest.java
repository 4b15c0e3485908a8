package org.parley.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.parley.testkit.TestLedger;
import tools.jackson.databind.JsonNode;

/** The pages of a search in a trail that is longer than what is looked through before the index. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchedPagesTest {
    private static final String NEGOTIATION = "searched-pages";
    private static final int ENTRIES = 1_400;
    private static final int FIRST = 4; // position of the first of them
    private static final int LIMIT = 40;

    private final ArchiveFixture archive = AlaskaStory.archive();

    @BeforeAll
    void record() {
        TestLedger ledger = new TestLedger(NEGOTIATION, "2025-08-01T00:00:00Z");
        ledger.log("open", "{'command':'OpenNegotiation','title':'Talks','occurred':'2025-07-01'}");
        for (String party : List.of("USA", "UKR")) {
            ledger.log(
                    party,
                    "{'command':'AdmitParty','party':'%1$s','name':'%1$s','partyKind':'STATE'}".formatted(party));
        }
        for (int n = 0; n < ENTRIES; n++) {
            ledger.log(
                    "n" + n,
                    "{'command':'%s','matter':'g','occurred':'2025-07-02','by':'USA',%s,'%s':'customary%s%s','evidence':{'sources':[{'publisher':'A','title':'R'}]}}"
                            .formatted(
                                    n == 0 ? "ProposeGuarantee" : "DiscussGuarantee",
                                    n == 0 ? "'title':'G','to':'UKR','form':'MUTUAL_DEFENCE'" : "'with':['UKR']",
                                    n == 0 ? "terms" : "summary",
                                    n % 7 == 0 ? " occasional" : "",
                                    n % 500 == 3 ? " seldom" : ""));
        }
        archive.publishAndWait(ledger.published());
    }

    @ParameterizedTest
    @CsvSource({"customary, 1, 0", "occasional, 7, 0", "seldom, 500, 3", "never, 2000, 1999"})
    void pagesHaveEveryEntryWithTheWordOnce(String word, int every, int rest) {
        List<Long> expected = positions(n -> n % every == rest);
        assertThat(walked("&q=" + word, "asc")).isEqualTo(expected);
        assertThat(walked("&q=" + word, "desc")).isEqualTo(expected.reversed());
    }

    @Test
    void pagesWithinPositions() {
        List<Long> expected = positions(n -> n % 7 == 0 && n + FIRST > 100 && n + FIRST < 900);
        assertThat(walked("&q=occasional&before=900&after=100", "asc")).isEqualTo(expected);
        assertThat(walked("&q=occasional&after=100&before=900", "desc")).isEqualTo(expected.reversed());
    }

    private static List<Long> positions(LongPredicate has) {
        return LongStream.range(0, ENTRIES)
                .filter(has)
                .map(n -> n + FIRST)
                .boxed()
                .toList();
    }

    /** The positions of all pages, one after the other. */
    private List<Long> walked(String question, String order) {
        List<Long> found = new ArrayList<>();
        String moved = order.equals("asc") ? "after" : "before";
        String fixed = question.replaceAll("&" + moved + "=\\d+", "");
        String start = question.replaceAll("^.*&(" + moved + "=\\d+).*$", "&$1");
        String from = start.equals(question) ? "" : start;
        List<Long> page;
        do {
            page = page(fixed + from + "&order=" + order);
            found.addAll(page);
            if (!page.isEmpty()) {
                from = "&" + moved + "=" + page.getLast();
            }
        } while (!page.isEmpty());
        return found;
    }

    private List<Long> page(String question) {
        List<Long> positions = new ArrayList<>();
        JsonNode answer = archive.get("/api/negotiations/" + NEGOTIATION + "/trail?limit=" + LIMIT + question)
                .json();
        answer.path("entries")
                .forEach(entry -> positions.add(entry.path("position").asLong()));
        return positions;
    }
}
