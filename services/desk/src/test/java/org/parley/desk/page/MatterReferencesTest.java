package org.parley.desk.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The matters whose titles a page asks for; the archive refuses anything that is none. */
class MatterReferencesTest {
    @Test
    void referencesAreFoundAtAnyDepth() {
        assertThat(MatterReferences.in(Map.of(
                        "meetings",
                        List.of(Map.of("about", List.of("ceasefire/truce", "demand/land"))),
                        "vote",
                        "ratification",
                        "partOf",
                        "accord")))
                .containsExactlyInAnyOrder("ceasefire/truce", "demand/land", "vote/ratification", "agreement/accord");
    }

    @Test
    void partyThatAnotherOneIsPartOfIsNoMatter() {
        assertThat(MatterReferences.in(Map.of("party", "KHERSON", "partOf", "UKR")))
                .isEmpty();
    }
}
