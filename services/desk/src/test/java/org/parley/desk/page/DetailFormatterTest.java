package org.parley.desk.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.i18n.LocaleContextHolder;

class DetailFormatterTest {
    private final DetailFormatter detail = new DetailFormatter(TestPageMessages.english(), Map.of("RUS", "Russia"));

    @BeforeEach
    void useEnglish() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
    }

    private static Map<String, Object> violations(int told, int count) {
        List<Map<String, String>> violations = IntStream.range(0, told)
                .mapToObj(i -> Map.of("by", "RUS", "developmentId", "id-" + i))
                .toList();
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("violations", violations);
        fields.put("violationsCount", count);
        return fields;
    }

    @Test
    void aStanceUnderEmbargoSaysSo() {
        Map<String, Object> position = Map.of("party", "RUS", "held", true);
        assertThat(detail.fields("question", Map.of("positions", List.of(position)))
                        .getFirst()
                        .asText())
                .contains("under embargo");
    }

    @Test
    void handoversReadAsOneWouldSayThem() {
        Map<String, Object> some = Map.of("party", "RUS", "what", "prisoners", "quantity", 390, "atLeast", true);
        Map<String, Object> remains = Map.of("party", "UKR", "what", "remains");

        assertThat(detail.fields("exchange", Map.of("given", List.of(some, remains)))
                        .getFirst()
                        .items())
                .extracting(DetailFormatter.Item::text)
                .containsExactly("Russia: at least 390 prisoners", "UKR: remains");
    }

    @Test
    void matterThatExistsIsALink() {
        DetailFormatter knowing =
                new DetailFormatter(TestPageMessages.english(), Map.of(), Map.of("agreement/drones", "The drone deal"));

        assertThat(knowing.fields("vote", Map.of("about", List.of("agreement/drones", "agreement/none")))
                        .getFirst()
                        .items())
                .extracting(DetailFormatter.Item::text, DetailFormatter.Item::matter)
                .containsExactly(tuple("The drone deal", "agreement/drones"), tuple("agreement/none", null));
    }

    @Test
    void commitmentIsNamedByWhatItIsAbout() {
        Map<String, Object> arms = new LinkedHashMap<>();
        arms.put("commitment", "arms");
        arms.put("by", List.of("RUS"));
        arms.put("what", "laying down of all arms");
        arms.put("unit", "weapons");
        arms.put("delivered", 71320);
        arms.put("verified", List.of(Map.of("finding", "COMPLIANT")));
        Map<String, Object> breach = new LinkedHashMap<>();
        breach.put("how", "Some are kept.");
        breach.put("commitment", "arms");
        Map<String, Object> agreement = new LinkedHashMap<>();
        agreement.put("breaches", List.of(breach));
        agreement.put("commitments", List.of(arms));

        assertThat(detail.fields("agreement", agreement))
                .extracting(DetailFormatter.Field::asText)
                .containsExactly(
                        "Some are kept. · commitment: laying down of all arms",
                        "Russia · laying down of all arms · delivered: 71,320 weapons · verifications: kept");
    }

    @Test
    void voteThatARatificationRestsOnIsNamedByItsTitle() {
        DetailFormatter knowing = new DetailFormatter(
                TestPageMessages.english(), Map.of("COL", "Colombia"), Map.of("vote/house", "Vote of the House"));

        assertThat(knowing.fields(
                                "agreement",
                                Map.of("ratifiedBy", List.of(new TreeMap<>(Map.of("party", "COL", "vote", "house")))))
                        .getFirst()
                        .asText())
                .isEqualTo("Colombia · Vote of the House");
    }

    @Test
    void whatIsNotOutOfTheOrdinaryIsLeftOutOfAState() {
        Map<String, Object> state = new LinkedHashMap<>();
        state.put("complete", true);
        state.put("amendments", 0);
        state.put("ended", "2019-04-01");

        assertThat(detail.fields("agreement", state))
                .extracting(DetailFormatter.Field::label, DetailFormatter.Field::text)
                .containsExactly(tuple("ended", "1 April 2019"));
        assertThat(detail.fields("agreement", Map.of("complete", false)))
                .extracting(DetailFormatter.Field::text)
                .containsExactly("no");
        assertThat(detail.fields("exchange", Map.of("complete", true)))
                .extracting(DetailFormatter.Field::label)
                .containsExactly("complete");
        assertThat(detail.fields("SignMultilateralAgreement", state)).hasSize(3);
    }

    @Test
    void countIsNotAField() {
        assertThat(detail.fields("ceasefire", violations(3, 3)))
                .extracting(DetailFormatter.Field::label, field -> field.items().size())
                .containsExactly(tuple("violations alleged", 3));
        assertThat(detail.fields("ceasefire", violations(0, 0))).isEmpty();
    }

    @Test
    void labelOfTruncatedListHasTheTotal() {
        assertThat(detail.fields("ceasefire", violations(20, 31)).getFirst().label())
                .isEqualTo("violations alleged (the last 20 of 31)");
        assertThat(detail.fields("ceasefire", violations(20, 31), List.of("violations"))
                        .getFirst()
                        .label())
                .isEqualTo("violations alleged (the last 20 of 31)");
        assertThat(detail.label("ceasefire", "violations")).isEqualTo("violations alleged");
    }

    @Test
    void labelOfTruncatedListWithinAnItemHasTheTotal() {
        Map<String, Object> commitment = new LinkedHashMap<>();
        commitment.put("commitment", "drones");
        commitment.put("deliveries", List.of(Map.of("quantity", 5)));
        commitment.put("deliveriesCount", 21);

        assertThat(detail.fields("agreement", Map.of("commitments", List.of(commitment)))
                        .getFirst()
                        .asText())
                .contains("deliveries (the last 1 of 21): 5")
                .doesNotContain("deliveriesCount");
    }
}
