package org.parley.domain.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.Scenario.given;
import static org.parley.domain.warning.WarningStatus.IMPOSED;
import static org.parley.domain.warning.WarningStatus.LAPSED;
import static org.parley.domain.warning.WarningStatus.STANDING;
import static org.parley.domain.warning.WarningStatus.WITHDRAWN;

import org.junit.jupiter.api.Test;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.lifecycle.LifecycleTable;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.party.Actors;
import org.parley.domain.time.Edtf;
import org.parley.domain.warning.WarningCommand.ImposeConsequences;
import org.parley.domain.warning.WarningCommand.LetWarningLapse;
import org.parley.domain.warning.WarningCommand.ThreatenConsequences;
import org.parley.domain.warning.WarningCommand.WithdrawWarning;

class WarningTest {

    @Test
    void hasThisLifecycle() {
        LifecycleTable.of(MatterKind.WARNING, """
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

    private static CommandEnvelope threatened(String date, String consequences) {
        return on(date, new ThreatenConsequences(Actors.of("USA"), Actors.of("RUS"), "no ceasefire", consequences));
    }
}
