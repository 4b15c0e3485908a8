package org.parley.domain.warning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.parley.domain.scenario.CommandFixtures.on;
import static org.parley.domain.scenario.Scenario.given;
import static org.parley.domain.warning.WarningStatus.IMPOSED;
import static org.parley.domain.warning.WarningStatus.LAPSED;
import static org.parley.domain.warning.WarningStatus.LIFTED;
import static org.parley.domain.warning.WarningStatus.MET;
import static org.parley.domain.warning.WarningStatus.STANDING;
import static org.parley.domain.warning.WarningStatus.WITHDRAWN;

import org.junit.jupiter.api.Test;
import org.parley.domain.decision.CommandEnvelope;
import org.parley.domain.decision.Refusal.NotPossible;
import org.parley.domain.lifecycle.LifecycleTable;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.party.Actors;
import org.parley.domain.scenario.Scenario;
import org.parley.domain.time.Edtf;
import org.parley.domain.warning.WarningCommand.ImposeConsequences;
import org.parley.domain.warning.WarningCommand.LetWarningLapse;
import org.parley.domain.warning.WarningCommand.LiftConsequences;
import org.parley.domain.warning.WarningCommand.RecordCompliance;
import org.parley.domain.warning.WarningCommand.ThreatenConsequences;
import org.parley.domain.warning.WarningCommand.WithdrawWarning;
import org.parley.domain.warning.WarningEvent.ConsequencesImposed;
import org.parley.domain.warning.WarningEvent.ConsequencesLifted;
import org.parley.domain.warning.WarningEvent.ConsequencesThreatened;
import org.parley.domain.warning.WarningEvent.WarningMet;
import org.parley.domain.warning.WarningEvent.WarningWithdrawn;
import org.parley.domain.wording.SentenceNames;

class WarningTest {

    @Test
    void hasThisLifecycle() {
        LifecycleTable.of(MatterKind.WARNING, """
                        ThreatenConsequences, ConsequencesThreatened: -,STANDING,LIFTED,MET,LAPSED,WITHDRAWN -> STANDING; IMPOSED -> same
                        ImposeConsequences, ConsequencesImposed: - -> IMPOSED !; STANDING,LAPSED,LIFTED,MET,WITHDRAWN -> IMPOSED; IMPOSED -> same
                        LiftConsequences, ConsequencesLifted: IMPOSED -> LIFTED?
                        RecordCompliance, WarningMet: STANDING -> MET
                        LetWarningLapse, WarningLapsed: STANDING -> LAPSED
                        WithdrawWarning, WarningWithdrawn: STANDING -> WITHDRAWN""").isTheRule();
    }

    @Test
    void aThreatOfMoreByAnotherPartyKeepsWhoImposed() {
        WarningDetail detail = given(threatened("2025-07-29", "tariffs"), imposed("2025-08-06", "tariffs on oil"))
                .when(on(
                        "2025-08-07",
                        new ThreatenConsequences(Actors.of("EU"), Actors.of("UKR"), "no vote", "less aid", null)))
                .thenState(IMPOSED)
                .detail(WarningDetail.class);

        assertThat(detail.by()).isEqualTo(Actors.of("USA").parties());
        assertThat(detail.against()).isEqualTo(Actors.of("RUS").parties());
        assertThat(detail.consequences()).isEqualTo("less aid");
    }

    @Test
    void aThreatAfterTheLiftingIsANewOne() {
        WarningDetail detail = given(threatened("2025-07-29", "tariffs"), imposed("2025-08-06", "tariffs on oil"))
                .and(on("2025-08-25", new LiftConsequences(null, null, null)))
                .when(on(
                        "2025-08-26",
                        new ThreatenConsequences(Actors.of("EU"), Actors.of("UKR"), "no vote", "less aid", null)))
                .thenState(STANDING)
                .detail(WarningDetail.class);

        assertThat(detail.by()).isEqualTo(Actors.of("EU").parties());
        assertThat(detail.against()).isEqualTo(Actors.of("UKR").parties());
    }

    @Test
    void keepsFurtherPackagesAndThreatsOfMoreUntilAllIsLifted() {
        Scenario story = given(threatened("2025-07-29", "tariffs"), imposed("2025-08-06", "tariffs on oil"))
                .thenState(IMPOSED)
                .when(imposed("2025-08-20", "tariffs on gas"))
                .thenState(IMPOSED)
                .when(threatened("2025-08-21", "tariffs on everything"))
                .thenState(IMPOSED)
                .when(on("2025-08-23", new LiftConsequences(Actors.of("USA"), "gas", true)))
                .thenState(IMPOSED)
                .when(on("2025-08-25", new LiftConsequences(null, null, null)))
                .thenState(LIFTED);

        WarningDetail detail = story.detail(WarningDetail.class);
        assertThat(detail.packages())
                .extracting(ImposedPackage::summary, ImposedPackage::occurred)
                .containsExactly(
                        tuple("tariffs on oil", Edtf.parse("2025-08-06")),
                        tuple("tariffs on gas", Edtf.parse("2025-08-20")));
        assertThat(detail.lifted())
                .extracting(LiftedConsequences::occurred, LiftedConsequences::part)
                .containsExactly(tuple(Edtf.parse("2025-08-23"), true), tuple(Edtf.parse("2025-08-25"), false));
        assertThat(detail.consequences()).isEqualTo("tariffs on everything");
        assertThat(story.state().orElseThrow().since()).isEqualTo(Edtf.parse("2025-08-25"));

        story.when(imposed("2025-08-26", "tariffs again")).thenState(IMPOSED);
    }

    @Test
    void canBeginWithConsequencesThatSayWhoImposesThemAgainstWhom() {
        ImposeConsequences named = new ImposeConsequences(Actors.of("USA"), "tariffs", Actors.of("RUS"));
        WarningDetail detail = given(on("2025-08-06", named)).thenState(IMPOSED).detail(WarningDetail.class);
        assertThat(detail.by()).isEqualTo(Actors.of("USA").parties());
        assertThat(detail.against()).isEqualTo(Actors.of("RUS").parties());
        assertThat(detail.condition()).isNull();

        NotPossible refusal = given().when(imposed("2025-08-06", "tariffs")).thenRefused(NotPossible.class);
        assertThat(refusal.text()).contains("'by' and 'against'");
        given(on("2025-08-06", named))
                .when(on("2025-08-05", new ImposeConsequences(null, "before the first", Actors.of("RUS"))))
                .thenRefused(NotPossible.class);
    }

    @Test
    void isMetWhenWhatWasDemandedIsDone() {
        Scenario story = given(threatened("2025-07-29", "tariffs"))
                .when(on("2025-08-05", new RecordCompliance(Actors.of("RUS"), "a truce was declared")))
                .thenState(MET);
        assertThat(story.detail(WarningDetail.class).outcome()).isEqualTo("a truce was declared");

        story.when(on("2025-08-06", new LiftConsequences(null, null, null))).thenRefused(NotPossible.class);
        story.when(threatened("2025-08-07", "sanctions")).thenState(STANDING);
    }

    @Test
    void keepsItsDeadline() {
        WarningDetail detail = given(on(
                        "2025-07-29",
                        new ThreatenConsequences(
                                Actors.of("USA"), Actors.of("RUS"), "no truce", null, Edtf.parse("2025-08-08"))))
                .detail(WarningDetail.class);

        assertThat(detail.deadline()).isEqualTo(Edtf.parse("2025-08-08"));
        assertThat(detail.consequences()).isNull();
    }

    @Test
    void itsSentencesTellConditionAndConsequencesApart() {
        SentenceNames names = SentenceNames.ofCodes(new MatterAddress("talks", MatterKind.WARNING, "tariffs"));
        Actors usa = Actors.of("USA");
        Actors rus = Actors.of("RUS");

        assertThat(Warning.TYPE.clause(
                        new ConsequencesThreatened(
                                usa, rus, "Substantive talks begin.", "Tariffs", Edtf.parse("2025-08-08")),
                        names))
                .isEqualTo("USA threatened RUS with consequences (“tariffs”), with a deadline of 8 August 2025;"
                        + " condition: Substantive talks begin; consequences: Tariffs");
        assertThat(Warning.TYPE.clause(new ConsequencesImposed(usa, "oil", rus), names))
                .isEqualTo("USA imposed consequences on RUS (“tariffs”): oil");
        assertThat(Warning.TYPE.clause(new ConsequencesImposed(null, "oil", null), names))
                .isEqualTo("consequences were imposed (“tariffs”): oil");
        assertThat(Warning.TYPE.clause(new ConsequencesLifted(usa, "oil", true), names))
                .isEqualTo("USA lifted part of the consequences (“tariffs”): oil");
        assertThat(Warning.TYPE.clause(new ConsequencesLifted(null, null, null), names))
                .isEqualTo("the consequences were lifted (“tariffs”)");
        assertThat(Warning.TYPE.clause(new WarningMet(rus, null), names))
                .isEqualTo("RUS did what the warning “tariffs” demanded");
        assertThat(Warning.TYPE.clause(new WarningWithdrawn(null, null), names))
                .isEqualTo("the warning “tariffs” was withdrawn");
    }

    @Test
    void lapsesWithoutConsequencesAndMayStillBeCarriedOut() {
        WarningDetail detail = given(threatened("2025-07-29", "tariffs"))
                .thenState(STANDING)
                .when(on("2025-08-09", new LetWarningLapse("the deadline passed")))
                .thenState(LAPSED)
                .when(on("2025-08-27", new ImposeConsequences(Actors.of("USA"), "tariffs on oil", null)))
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

    private static CommandEnvelope imposed(String date, String summary) {
        return on(date, new ImposeConsequences(Actors.of("USA"), summary, null));
    }

    private static CommandEnvelope threatened(String date, String consequences) {
        return on(
                date, new ThreatenConsequences(Actors.of("USA"), Actors.of("RUS"), "no ceasefire", consequences, null));
    }
}
