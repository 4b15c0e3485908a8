package org.parley.desk.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.desk.client.NegotiationView.Matter;
import org.parley.desk.client.NegotiationView.Party;
import org.parley.desk.overview.AgreementTally.KindCount;

/** Signed agreements are counted by form, subject and status. */
class AgreementTallyTest {
    private static final List<Party> PARTIES = List.of(
            party("UKR", "STATE"),
            party("GBR", "STATE"),
            party("DEU", "STATE"),
            party("RUS", "STATE"),
            party("EU", "UNION"),
            party("NATO", "ALLIANCE"));

    private static Party party(String code, String kind) {
        return new Party(code, code, kind, null, null, null, false);
    }

    private static Matter agreement(
            String form, @Nullable String subject, String status, boolean isSigned, String... between) {
        Map<String, Object> detail = new HashMap<>(Map.of("form", form, "between", List.of(between)));
        if (subject != null) {
            detail.put("subject", subject);
        }
        if (isSigned) {
            detail.put("signed", "2024-01-12");
        }
        return new Matter("agreement", "a", "A", status, null, false, false, false, detail);
    }

    @Test
    void otherSubjectsDeclarationsAndUnsignedAgreementsAreNotCountedWithTheRest() {
        List<AgreementTally> tallies = AgreementTally.of(
                List.of(
                        agreement("BILATERAL", "friendship", "TERMINATED", true, "UKR", "RUS"),
                        agreement("BILATERAL", "security", "SIGNED", true, "GBR", "UKR"),
                        agreement("BILATERAL", "security", "SIGNED", true, "DEU", "UKR"),
                        agreement("BILATERAL", "security", "SIGNED", true, "EU", "UKR"),
                        agreement("BILATERAL", "security", "TERMINATED", true, "RUS", "UKR"),
                        agreement("BILATERAL", "security", "IN_TALKS", false, "NATO", "UKR"),
                        agreement("BILATERAL", null, "SIGNED", true, "NATO", "UKR"),
                        agreement("DECLARATION", "security", "IN_FORCE", true, "GBR"),
                        agreement("MULTILATERAL", "security", "SIGNED", true, "GBR", "UKR", "RUS")),
                PARTIES);

        assertThat(tallies)
                .containsExactly(
                        new AgreementTally(
                                "BILATERAL",
                                "security",
                                "SIGNED",
                                3,
                                List.of(new KindCount("STATE", 2), new KindCount("UNION", 1))),
                        new AgreementTally("BILATERAL", "friendship", "TERMINATED", 1, List.of()),
                        new AgreementTally("BILATERAL", "security", "TERMINATED", 1, List.of()),
                        new AgreementTally("BILATERAL", null, "SIGNED", 1, List.of()),
                        new AgreementTally("MULTILATERAL", "security", "SIGNED", 1, List.of()));
    }
}
