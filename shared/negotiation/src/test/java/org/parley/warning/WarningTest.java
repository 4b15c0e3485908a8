package org.parley.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.history.Story.given;
import static org.parley.history.Telling.on;
import static org.parley.warning.WarningStatus.IMPOSED;
import static org.parley.warning.WarningStatus.LAPSED;
import static org.parley.warning.WarningStatus.STANDING;
import static org.parley.warning.WarningStatus.WITHDRAWN;

import org.junit.jupiter.api.Test;
import org.parley.history.LogDevelopment;
import org.parley.history.Refusal.NotPossible;
import org.parley.matter.Kind;
import org.parley.matter.LifecycleTable;
import org.parley.party.Actors;
import org.parley.time.Edtf;
import org.parley.warning.WarningCommand.ImposeConsequences;
import org.parley.warning.WarningCommand.LetWarningLapse;
import org.parley.warning.WarningCommand.ThreatenConsequences;
import org.parley.warning.WarningCommand.WithdrawWarning;

class WarningTest {

    @Test
    void hasThisLifecycle() {
        LifecycleTable.of(Kind.WARNING, """
                        ThreatenConsequences, ConsequencesThreatened: -,STANDING,IMPOSED,LAPSED,WITHDRAWN -> STANDING
                        ImposeConsequences, ConsequencesImposed: STANDING,LAPSED -> IMPOSED
                        LetWarningLapse, WarningLapsed: STANDING -> LAPSED
                        WithdrawWarning, WarningWithdrawn: STANDING -> WITHDRAWN""").isTheRule();
    }

    @Test
    void lapsesWithoutConsequencesAndMayStillBeCarriedOut() {
        WarningDetail detail = given(threatened("2025-07-29", "tariffs"))
                .thenState(STANDING)
                .when(on("2025-08-09", new LetWarningLapse("the deadline passed")))
                .thenState(LAPSED)
                .when(on("2025-08-27", new ImposeConsequences(Actors.of("USA"), "tariffs on oil")))
                .thenState(IMPOSED)
                .detail(WarningDetail.class);

        assertThat(detail.outcome()).isEqualTo("tariffs on oil");
        assertThat(detail.against()).isEqualTo(Actors.of("RUS").parties());
    }

    @Test
    void isRenewedByARepetition() {
        given(threatened("2025-07-29", "tariffs"), on("2025-08-01", new WithdrawWarning(null, null)))
                .thenState(WITHDRAWN)
                .when(threatened("2025-08-02", "sanctions"))
                .thenState(STANDING);
    }

    @Test
    void aRepetitionChangesItsTermsButNotItsStart() {
        var story = given(threatened("2025-07-29", "tariffs"), threatened("2025-08-02", "sanctions"));

        assertThat(story.state().orElseThrow().since()).isEqualTo(Edtf.parse("2025-07-29"));
        assertThat(story.detail(WarningDetail.class).consequences()).isEqualTo("sanctions");
    }

    @Test
    void cannotLapseTwice() {
        NotPossible refusal = given(threatened("2025-07-29", "tariffs"), on("2025-08-09", new LetWarningLapse(null)))
                .when(on("2025-08-10", new LetWarningLapse(null)))
                .thenRefused(NotPossible.class);

        assertThat(refusal.state()).isEqualTo("LAPSED");
        assertThat(refusal.allowed()).containsExactly("ThreatenConsequences", "ImposeConsequences");
    }

    private static LogDevelopment threatened(String date, String consequences) {
        return on(date, new ThreatenConsequences(Actors.of("USA"), Actors.of("RUS"), "no ceasefire", consequences));
    }
}
