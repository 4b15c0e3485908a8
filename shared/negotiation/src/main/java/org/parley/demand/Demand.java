package org.parley.demand;

import static org.parley.demand.DemandStatus.CONCEDED;
import static org.parley.demand.DemandStatus.DROPPED;
import static org.parley.demand.DemandStatus.REFUSED;
import static org.parley.demand.DemandStatus.STANDING;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.demand.DemandCommand.ConcedeDemand;
import org.parley.demand.DemandCommand.DropDemand;
import org.parley.demand.DemandCommand.MakeDemand;
import org.parley.demand.DemandCommand.RefuseDemand;
import org.parley.demand.DemandEvent.DemandConceded;
import org.parley.demand.DemandEvent.DemandDropped;
import org.parley.demand.DemandEvent.DemandMade;
import org.parley.demand.DemandEvent.DemandRefused;
import org.parley.matter.Kind;
import org.parley.matter.Lifecycle;
import org.parley.matter.MatterType;
import org.parley.matter.Occurrence;
import org.parley.party.Parties;

/** The rules of a demand. */
public final class Demand {
    static final Lifecycle<DemandStatus, DemandDetail> LIFECYCLE = Lifecycle.of(DemandStatus.class, DemandDetail.class)
            .on(
                    MakeDemand.class,
                    DemandMade.class,
                    c -> new DemandMade(c.by(), c.of(), c.substance(), c.precondition() != null && c.precondition()))
            .fromNothing()
            .from(STANDING, REFUSED, DROPPED)
            .to(STANDING)
            .on(RefuseDemand.class, DemandRefused.class, c -> new DemandRefused(c.by(), c.reason()))
            .from(STANDING, REFUSED)
            .to(REFUSED)
            .on(ConcedeDemand.class, DemandConceded.class, c -> new DemandConceded(c.by(), c.reason()))
            .from(STANDING, REFUSED)
            .to(CONCEDED)
            .on(DropDemand.class, DemandDropped.class, c -> new DemandDropped(c.by(), c.reason()))
            .from(STANDING, REFUSED)
            .to(DROPPED)
            .build();

    /** The kind: its rules, how its detail grows, how its events are said. */
    public static final MatterType<DemandEvent, DemandStatus, DemandDetail> TYPE = new MatterType<>(
            Kind.DEMAND, DemandEvent.class, DemandDetail.class, LIFECYCLE, Demand::evolve, new DemandWording());

    private Demand() {}

    private static DemandDetail evolve(@Nullable DemandDetail before, DemandEvent event, Occurrence at) {
        if (event instanceof DemandMade made) {
            return new DemandDetail(
                    Parties.of(made.by()),
                    Parties.of(made.of()),
                    made.substance(),
                    made.precondition(),
                    Parties.NONE,
                    null);
        }
        DemandDetail detail = Objects.requireNonNull(before, "a demand begins by being made");
        return switch (event) {
            case DemandMade ignored -> detail;
            case DemandRefused refused -> detail.refused(Parties.of(refused.by()), refused.reason());
            case DemandConceded conceded -> detail.ended(conceded.reason());
            case DemandDropped dropped -> detail.ended(dropped.reason());
        };
    }
}
