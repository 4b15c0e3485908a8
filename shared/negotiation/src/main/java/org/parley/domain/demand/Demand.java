package org.parley.domain.demand;

import static org.parley.domain.demand.DemandStatus.CONCEDED;
import static org.parley.domain.demand.DemandStatus.DROPPED;
import static org.parley.domain.demand.DemandStatus.REFUSED;
import static org.parley.domain.demand.DemandStatus.STANDING;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.domain.demand.DemandCommand.ConcedeDemand;
import org.parley.domain.demand.DemandCommand.DropDemand;
import org.parley.domain.demand.DemandCommand.MakeDemand;
import org.parley.domain.demand.DemandCommand.RefuseDemand;
import org.parley.domain.demand.DemandEvent.DemandConceded;
import org.parley.domain.demand.DemandEvent.DemandDropped;
import org.parley.domain.demand.DemandEvent.DemandMade;
import org.parley.domain.demand.DemandEvent.DemandRefused;
import org.parley.domain.language.BilingualText;
import org.parley.domain.lifecycle.Lifecycle;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.wording.Objection;
import org.parley.domain.wording.SentenceNames;

/** The definition of the kind demand. */
public final class Demand {
    private static final String ONLY_OF = "only those of whom it is demanded may refuse or concede it";

    static final Lifecycle<DemandStatus, DemandDetail> LIFECYCLE = Lifecycle.of(DemandStatus.class, DemandDetail.class)
            .on(
                    MakeDemand.class,
                    DemandMade.class,
                    c -> new DemandMade(
                            c.by(), c.of(), c.substance(), c.precondition() != null && c.precondition(), c.deadline()))
            .fromNothing()
            .from(STANDING, REFUSED, CONCEDED, DROPPED)
            .to(STANDING)
            .restarting()
            .on(RefuseDemand.class, DemandRefused.class, c -> new DemandRefused(c.by(), c.reason()))
            .from(STANDING, REFUSED)
            .to(REFUSED)
            .guarded(
                    ONLY_OF,
                    (demand, refused, names) -> strangers(
                            ((DemandRefused) refused).by(),
                            demand.of(),
                            new BilingualText(
                                    "only those of whom it is demanded may refuse it",
                                    "solo pueden rechazarla aquellos a quienes se exige"),
                            names))
            .on(ConcedeDemand.class, DemandConceded.class, c -> new DemandConceded(c.by(), c.reason()))
            .from(STANDING, REFUSED)
            .to(CONCEDED, "everyone addressed has conceded it", DemandDetail::isConceded)
            .guarded(
                    ONLY_OF,
                    (demand, conceded, names) -> strangers(
                            ((DemandConceded) conceded).by(),
                            demand.of(),
                            new BilingualText(
                                    "only those of whom it is demanded may concede it",
                                    "solo pueden concederla aquellos a quienes se exige"),
                            names))
            .on(DropDemand.class, DemandDropped.class, c -> new DemandDropped(c.by(), c.reason()))
            .from(STANDING, REFUSED)
            .to(DROPPED)
            .guarded(
                    "only those who made it may drop it",
                    (demand, dropped, names) -> strangers(
                            ((DemandDropped) dropped).by(),
                            demand.by(),
                            new BilingualText(
                                    "only those who made it may drop it",
                                    "solo pueden retirarla quienes la plantearon"),
                            names))
            .build();

    /** The kind: its lifecycle, the fold of its detail, and the wording of its events. */
    public static final MatterType<DemandEvent, DemandStatus, DemandDetail> TYPE = new MatterType<>(
            MatterKind.DEMAND,
            DemandEvent.class,
            DemandDetail.class,
            LIFECYCLE,
            Demand::evolve,
            new DemandWording(),
            new SpanishDemandWording());

    private Demand() {}

    /** Names the actors who are not among those who may act; empty if there are none. */
    private static Optional<Objection> strangers(
            @Nullable Actors by, Parties entitled, BilingualText rule, SentenceNames names) {
        Parties strangers = Parties.of(by).minus(entitled);
        return strangers.isEmpty()
                ? Optional.empty()
                : Optional.of(names.objection(
                        rule.english() + " (" + names.parties(entitled) + "), and " + names.parties(strangers)
                                + (strangers.size() == 1 ? " is" : " are") + " not among them",
                        rule.spanish() + " (" + names.parties(entitled) + "), y " + names.parties(strangers)
                                + (strangers.size() == 1 ? " no está" : " no están") + " entre ellos"));
    }

    private static DemandDetail evolve(@Nullable DemandDetail before, DemandEvent event, Occurrence at) {
        if (event instanceof DemandMade made) {
            return new DemandDetail(
                    Parties.of(made.by()),
                    Parties.of(made.of()),
                    made.substance(),
                    made.precondition(),
                    made.deadline(),
                    Parties.NONE,
                    Parties.NONE,
                    Parties.NONE,
                    null);
        }
        DemandDetail detail = Objects.requireNonNull(before, "a demand begins by being made");
        return switch (event) {
            case DemandMade ignored -> detail;
            case DemandRefused refused -> detail.refused(Parties.of(refused.by()), refused.reason());
            case DemandConceded conceded -> detail.conceded(Parties.of(conceded.by()), conceded.reason());
            case DemandDropped dropped -> detail.dropped(Parties.of(dropped.by()), dropped.reason());
        };
    }
}
