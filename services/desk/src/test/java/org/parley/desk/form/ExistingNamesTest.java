package org.parley.desk.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.desk.client.NegotiationView.Matter;

class ExistingNamesTest {
    private static final Matter TREATY = matter(
            "agreement",
            "treaty",
            Map.of(
                    "commitments", List.of(Map.of("commitment", "arms", "what", "laying down of all arms")),
                    "drafts", List.of(Map.of("version", "28 points"), Map.of("version", "28 points"))));
    private static final Matter PARENT = matter("agreement", "parent", Map.of());
    private static final Matter HOUSE = matter("vote", "house", Map.of());
    private static final Matter BACKSTOP = matter(
            "guarantee",
            "backstop",
            Map.of("partOf", "paris", "packagings", List.of(Map.of("name", "three-elements"))));
    private static final List<Matter> ALL = List.of(TREATY, PARENT, HOUSE, BACKSTOP);

    private static Matter matter(String kind, String slug, Map<String, Object> detail) {
        return new Matter(kind, slug, "Title of " + slug, "OPEN", null, false, false, false, detail);
    }

    private static CommandForm.Option option(String value, String text) {
        return new CommandForm.Option(value, text);
    }

    @Test
    void commitmentsAndDraftsAreThoseOfTheAgreement() {
        assertThat(ExistingNames.of("commitment", "agreement", TREATY, ALL))
                .containsExactly(option("arms", "laying down of all arms"));
        assertThat(ExistingNames.of("version", "agreement", TREATY, ALL))
                .containsExactly(option("28 points", "28 points"));
        assertThat(ExistingNames.of("commitment", "agreement", PARENT, ALL)).isEmpty();
        assertThat(ExistingNames.of("commitment", "agreement", null, ALL)).isEmpty();
    }

    @Test
    void agreementIsNoPartOfItself() {
        assertThat(ExistingNames.of("partOf", "agreement", TREATY, ALL))
                .containsExactly(option("parent", "Title of parent"));
    }

    @Test
    void guaranteeIsPartOfPackages() {
        assertThat(ExistingNames.of("partOf", "guarantee", null, ALL))
                .containsExactly(option("paris", "paris"), option("three-elements", "three-elements"));
    }

    @Test
    void votesAreNamedByTheirTitles() {
        assertThat(ExistingNames.of("vote", "agreement", TREATY, ALL))
                .containsExactly(option("house", "Title of house"));
    }
}
