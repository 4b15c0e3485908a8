package org.parley.desk.overview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.desk.client.NegotiationSummary.Group;
import org.parley.desk.client.NegotiationSummary.Tally;
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

    private static Tally tally(
            @Nullable String subject, String status, boolean disputed, boolean isSigned, int count, String... others) {
        return new Tally(status, disputed, false, isSigned, false, subject, count, count > 1 ? List.of(others) : null);
    }

    private static Group agreements(@Nullable String form, Tally... tallies) {
        return new Group("agreement", form, 0, List.of(tallies), List.of());
    }

    @Test
    void otherSubjectsAndUnsignedAgreementsAreNotCountedWithTheRest() {
        Group bilateral = agreements(
                "BILATERAL",
                tally("friendship", "TERMINATED", false, true, 1),
                tally("security", "AGREED", false, false, 1),
                tally("security", "SIGNED", false, true, 3, "DEU", "EU", "GBR"),
                tally("security", "SIGNED", true, true, 1),
                tally(null, "SIGNED", false, true, 1));

        assertThat(AgreementTally.of(bilateral, PARTIES))
                .containsExactly(
                        new AgreementTally(
                                "BILATERAL",
                                "security",
                                "SIGNED",
                                false,
                                3,
                                List.of(new KindCount("STATE", 2), new KindCount("UNION", 1))),
                        new AgreementTally("BILATERAL", "friendship", "TERMINATED", false, 1, List.of()),
                        new AgreementTally("BILATERAL", "security", "SIGNED", true, 1, List.of()),
                        new AgreementTally("BILATERAL", null, "SIGNED", false, 1, List.of()));
    }

    @Test
    void declarationsAndOtherKindsAreNotCounted() {
        Tally signed = tally("security", "SIGNED", false, true, 2, "GBR", "DEU");

        assertThat(AgreementTally.of(agreements("DECLARATION", signed), PARTIES))
                .isEmpty();
        assertThat(AgreementTally.of(agreements(null, signed), PARTIES)).isEmpty();
        assertThat(AgreementTally.of(new Group("ceasefire", null, 1, List.of(signed), List.of()), PARTIES))
                .isEmpty();
    }

    /** As of a date before the negotiation opened, parties are not admitted yet. */
    @Test
    void partiesOfUnknownKindAreNotCounted() {
        assertThat(AgreementTally.of(
                        agreements("BILATERAL", tally("security", "SIGNED", false, true, 2, "GBR", "DEU")), List.of()))
                .singleElement()
                .satisfies(tally -> assertThat(tally.others()).isEmpty());
    }
}
