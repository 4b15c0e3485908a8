package org.parley.domain.warning;

import static org.parley.domain.warning.WarningStatus.IMPOSED;
import static org.parley.domain.warning.WarningStatus.LAPSED;
import static org.parley.domain.warning.WarningStatus.LIFTED;
import static org.parley.domain.warning.WarningStatus.MET;
import static org.parley.domain.warning.WarningStatus.STANDING;
import static org.parley.domain.warning.WarningStatus.WITHDRAWN;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.domain.lifecycle.Lifecycle;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.lifecycle.TransitionGuard;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.party.Parties;
import org.parley.domain.warning.WarningCommand.ImposeConsequences;
import org.parley.domain.warning.WarningCommand.LetWarningLapse;
import org.parley.domain.warning.WarningCommand.LiftConsequences;
import org.parley.domain.warning.WarningCommand.RecordCompliance;
import org.parley.domain.warning.WarningCommand.ThreatenConsequences;
import org.parley.domain.warning.WarningCommand.WithdrawWarning;
import org.parley.domain.warning.WarningEvent.ConsequencesImposed;
import org.parley.domain.warning.WarningEvent.ConsequencesLifted;
import org.parley.domain.warning.WarningEvent.ConsequencesThreatened;
import org.parley.domain.warning.WarningEvent.WarningLapsed;
import org.parley.domain.warning.WarningEvent.WarningMet;
import org.parley.domain.warning.WarningEvent.WarningWithdrawn;
import org.parley.domain.wording.Objection;
import org.parley.domain.wording.SentenceNames;

/** The definition of the kind warning. */
public final class Warning {
    static final Lifecycle<WarningStatus, WarningDetail> LIFECYCLE = Lifecycle.of(
                    WarningStatus.class, WarningDetail.class)
            .on(
                    ThreatenConsequences.class,
                    ConsequencesThreatened.class,
                    c -> new ConsequencesThreatened(c.by(), c.against(), c.condition(), c.consequences(), c.deadline()))
            .fromNothing()
            .from(STANDING, LIFTED, MET, LAPSED, WITHDRAWN)
            .to(STANDING)
            .from(IMPOSED)
            .stays()
            .on(
                    ImposeConsequences.class,
                    ConsequencesImposed.class,
                    c -> new ConsequencesImposed(c.by(), c.summary(), c.against()))
            .fromNothing()
            .to(IMPOSED)
            .guarded("without a warning before, only if who imposes them and against whom is named", new NamedParties())
            .from(STANDING, LAPSED, LIFTED, MET, WITHDRAWN)
            .to(IMPOSED)
            .from(IMPOSED)
            .stays()
            .on(
                    LiftConsequences.class,
                    ConsequencesLifted.class,
                    c -> new ConsequencesLifted(c.by(), c.summary(), c.part()))
            .from(IMPOSED)
            .to(LIFTED, "not only a part is lifted", WarningDetail::isWhollyLifted)
            .on(RecordCompliance.class, WarningMet.class, c -> new WarningMet(c.by(), c.summary()))
            .from(STANDING)
            .to(MET)
            .on(LetWarningLapse.class, WarningLapsed.class, c -> new WarningLapsed(c.reason()))
            .from(STANDING)
            .to(LAPSED)
            .on(WithdrawWarning.class, WarningWithdrawn.class, c -> new WarningWithdrawn(c.by(), c.reason()))
            .from(STANDING)
            .to(WITHDRAWN)
            .build();

    /** The kind: its lifecycle, the fold of its detail, and the wording of its events. */
    public static final MatterType<WarningEvent, WarningStatus, WarningDetail> TYPE = new MatterType<>(
            MatterKind.WARNING,
            WarningEvent.class,
            WarningDetail.class,
            LIFECYCLE,
            Warning::evolve,
            new WarningWording(),
            new SpanishWarningWording());

    private Warning() {}

    /** Consequences that nobody threatened say who is concerned: no warning said it before. */
    private static final class NamedParties implements TransitionGuard.Check<WarningDetail> {
        @Override
        public Optional<Objection> objection(WarningDetail before, Event event, SentenceNames names) {
            return Optional.empty();
        }

        @Override
        public Optional<Objection> objectionAtBeginning(Event event, SentenceNames names) {
            ConsequencesImposed imposed = (ConsequencesImposed) event;
            return imposed.by() == null || imposed.against() == null
                    ? Optional.of(names.objection(
                            "no warning is recorded before, so 'by' and 'against' must say who imposes consequences"
                                    + " and against whom",
                            "antes no hay registrada ninguna advertencia, así que hay que indicar quién impone las"
                                    + " consecuencias y a quién"))
                    : Optional.empty();
        }
    }

    private static WarningDetail evolve(@Nullable WarningDetail before, WarningEvent event, Occurrence at) {
        WarningDetail detail = before == null ? WarningDetail.BLANK : before;
        return switch (event) {
            case ConsequencesThreatened threat -> detail.threatened(threat);
            case ConsequencesImposed imposed ->
                detail.imposed(
                        imposed,
                        new ImposedPackage(
                                at.developmentId(),
                                at.development().occurred(),
                                Parties.of(imposed.by()),
                                imposed.summary()));
            case ConsequencesLifted lifted ->
                detail.lifted(new LiftedConsequences(
                        at.developmentId(),
                        at.development().occurred(),
                        Parties.of(lifted.by()),
                        lifted.summary(),
                        Boolean.TRUE.equals(lifted.part())));
            case WarningMet met -> detail.ended(Parties.NONE, met.summary());
            case WarningLapsed lapsed -> detail.ended(Parties.NONE, lapsed.reason());
            case WarningWithdrawn withdrawn -> detail.ended(Parties.of(withdrawn.by()), withdrawn.reason());
        };
    }
}
