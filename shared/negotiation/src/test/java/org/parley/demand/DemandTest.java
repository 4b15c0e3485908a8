package org.parley.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.parley.demand.DemandStatus.CONCEDED;
import static org.parley.demand.DemandStatus.DROPPED;
import static org.parley.demand.DemandStatus.REFUSED;
import static org.parley.demand.DemandStatus.STANDING;
import static org.parley.history.Story.given;
import static org.parley.history.Telling.on;

import org.junit.jupiter.api.Test;
import org.parley.demand.DemandCommand.ConcedeDemand;
import org.parley.demand.DemandCommand.DropDemand;
import org.parley.demand.DemandCommand.MakeDemand;
import org.parley.demand.DemandCommand.RefuseDemand;
import org.parley.history.LogDevelopment;
import org.parley.history.Refusal.NotPossible;
import org.parley.matter.Kind;
import org.parley.matter.LifecycleTable;
import org.parley.party.Actors;
import org.parley.party.Parties;

class DemandTest {

    @Test
    void hasTheLifecycleOfTheDomainPage() {
        LifecycleTable.of(Kind.DEMAND, """
                        MakeDemand, DemandMade: -,STANDING,REFUSED,DROPPED -> STANDING
                        RefuseDemand, DemandRefused: STANDING,REFUSED -> REFUSED
                        ConcedeDemand, DemandConceded: STANDING,REFUSED -> CONCEDED
                        DropDemand, DemandDropped: STANDING,REFUSED -> DROPPED""").isTheRule();
    }

    @Test
    void gathersThoseWhoRefuseUntilItIsMadeAgain() {
        var story = given(made("2025-08-15", true))
                .thenState(STANDING)
                .when(refused("2025-08-16", "UKR"))
                .thenState(REFUSED)
                .when(refused("2025-08-17", "EU"))
                .thenState(REFUSED);
        assertThat(story.detail(DemandDetail.class).refusedBy())
                .isEqualTo(Actors.of("UKR", "EU").parties());
        assertThat(story.detail(DemandDetail.class).precondition()).isTrue();

        story.when(made("2025-08-18", null)).thenState(STANDING);
        assertThat(story.detail(DemandDetail.class).refusedBy()).isEqualTo(Parties.NONE);
        assertThat(story.detail(DemandDetail.class).precondition()).isFalse();
    }

    @Test
    void isDroppedOrConceded() {
        given(made("2025-08-15", null), on("2025-08-16", new DropDemand(Actors.of("RUS"), null)))
                .thenState(DROPPED)
                .when(made("2025-08-17", null))
                .thenState(STANDING)
                .when(on("2025-08-18", new ConcedeDemand(Actors.of("UKR"), "for peace")))
                .thenState(CONCEDED);
    }

    @Test
    void isOverOnceItIsConceded() {
        NotPossible refusal = given(
                        made("2025-08-15", null), on("2025-08-18", new ConcedeDemand(Actors.of("UKR"), null)))
                .when(made("2025-08-19", null))
                .thenRefused(NotPossible.class);

        assertThat(refusal.state()).isEqualTo("CONCEDED");
        assertThat(refusal.allowed()).isEmpty();
    }

    private static LogDevelopment made(String date, Boolean precondition) {
        return on(date, new MakeDemand(Actors.of("RUS"), Actors.of("UKR"), "the Donbas", precondition));
    }

    private static LogDevelopment refused(String date, String... by) {
        return on(date, new RefuseDemand(Actors.of(by), "never"));
    }
}
