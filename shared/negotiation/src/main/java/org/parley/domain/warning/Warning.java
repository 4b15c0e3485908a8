package org.parley.domain.warning;

import static org.parley.domain.warning.WarningStatus.IMPOSED;
import static org.parley.domain.warning.WarningStatus.LAPSED;
import static org.parley.domain.warning.WarningStatus.STANDING;
import static org.parley.domain.warning.WarningStatus.WITHDRAWN;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.domain.lifecycle.Lifecycle;
import org.parley.domain.lifecycle.MatterType;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.Occurrence;
import org.parley.domain.party.Parties;
import org.parley.domain.warning.WarningCommand.ImposeConsequences;
import org.parley.domain.warning.WarningCommand.LetWarningLapse;
import org.parley.domain.warning.WarningCommand.ThreatenConsequences;
import org.parley.domain.warning.WarningCommand.WithdrawWarning;
import org.parley.domain.warning.WarningEvent.ConsequencesImposed;
import org.parley.domain.warning.WarningEvent.ConsequencesThreatened;
import org.parley.domain.warning.WarningEvent.WarningLapsed;
import org.parley.domain.warning.WarningEvent.WarningWithdrawn;

/** The definition of the kind warning. */
public final class Warning {
    static final Lifecycle<WarningStatus, WarningDetail> LIFECYCLE = Lifecycle.of(
                    WarningStatus.class, WarningDetail.class)
            .on(
                    ThreatenConsequences.class,
                    ConsequencesThreatened.class,
                    c -> new ConsequencesThreatened(c.by(), c.against(), c.condition(), c.consequences()))
            .fromNothing()
            .from(STANDING, IMPOSED, LAPSED, WITHDRAWN)
            .to(STANDING)
            .on(ImposeConsequences.class, ConsequencesImposed.class, c -> new ConsequencesImposed(c.by(), c.summary()))
            .from(STANDING, LAPSED)
            .to(IMPOSED)
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
            new WarningWording(), new SpanishWarningWording());

    private Warning() {}

    private static WarningDetail evolve(@Nullable WarningDetail before, WarningEvent event, Occurrence at) {
        if (event instanceof ConsequencesThreatened threat) {
            return new WarningDetail(
                    Parties.of(threat.by()),
                    Parties.of(threat.against()),
                    threat.condition(),
                    threat.consequences(),
                    Parties.NONE,
                    null);
        }
        WarningDetail detail = Objects.requireNonNull(before, "a warning begins with a threat");
        return switch (event) {
            case ConsequencesThreatened ignored -> detail;
            case ConsequencesImposed imposed -> detail.ended(imposed.summary());
            case WarningLapsed lapsed -> detail.ended(lapsed.reason());
            case WarningWithdrawn withdrawn -> detail.withdrawn(Parties.of(withdrawn.by()), withdrawn.reason());
        };
    }
}
