package org.parley.domain.warning;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.matter.RecentItems;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;
import org.parley.domain.warning.WarningEvent.ConsequencesImposed;
import org.parley.domain.warning.WarningEvent.ConsequencesThreatened;

/**
 * The detail of a warning's state: everything besides its status.
 *
 * @param by who warns or imposed consequences
 * @param against who is warned or hit
 * @param condition what must not happen; null if consequences were imposed without a warning
 * @param consequences what would follow; null if that is not said
 * @param deadline until when what is demanded must be done
 * @param packages the last {@value RecentItems#MAX} packages of consequences imposed, in valid-time order
 * @param packagesCount the number of packages imposed
 * @param lifted the last {@value RecentItems#MAX} liftings of them, in valid-time order
 * @param liftedCount the number of liftings
 * @param endedBy who withdrew it; empty before, or if nobody is named
 * @param outcome the consequences imposed, what was done, or why there were none
 */
public record WarningDetail(
        Parties by,
        Parties against,
        @Nullable String condition,
        @Nullable String consequences,
        @Nullable Edtf deadline,
        List<ImposedPackage> packages,
        int packagesCount,
        List<LiftedConsequences> lifted,
        int liftedCount,
        Parties endedBy,
        @Nullable String outcome)
        implements MatterDetail {
    static final WarningDetail BLANK = new WarningDetail(
            Parties.NONE, Parties.NONE, null, null, null, List.of(), 0, List.of(), 0, Parties.NONE, null);

    public WarningDetail {
        packages = List.copyOf(packages);
        lifted = List.copyOf(lifted);
    }

    /** Whether the last lifting was of everything. */
    boolean isWhollyLifted() {
        return !lifted.isEmpty() && !lifted.getLast().part();
    }

    /**
     * The detail after a threat, which replaces an earlier one; what was imposed and lifted remains. While consequences
     * are imposed, it is a threat of more: who imposed them on whom stays.
     */
    WarningDetail threatened(ConsequencesThreatened threat) {
        return new WarningDetail(
                isImposed() ? by : Parties.of(threat.by()),
                isImposed() ? against : Parties.of(threat.against()),
                threat.condition(),
                threat.consequences(),
                threat.deadline(),
                packages,
                packagesCount,
                lifted,
                liftedCount,
                Parties.NONE,
                null);
    }

    private boolean isImposed() {
        if (packages.isEmpty()) {
            return false;
        }
        LiftedConsequences lastLifted = lifted.isEmpty() ? null : lifted.getLast();
        return lastLifted == null
                || lastLifted.part()
                || !isBefore(packages.getLast().occurred(), lastLifted.occurred());
    }

    private static boolean isBefore(@Nullable Edtf imposed, @Nullable Edtf lifted) {
        return lifted != null && (imposed == null || !imposed.start().isAfter(lifted.start()));
    }

    WarningDetail imposed(ConsequencesImposed imposition, ImposedPackage added) {
        return new WarningDetail(
                by.plus(imposition.by()),
                against.plus(imposition.against()),
                condition,
                consequences,
                deadline,
                RecentItems.append(packages, added),
                packagesCount + 1,
                lifted,
                liftedCount,
                Parties.NONE,
                imposition.summary());
    }

    WarningDetail lifted(LiftedConsequences lifting) {
        return new WarningDetail(
                by,
                against,
                condition,
                consequences,
                deadline,
                packages,
                packagesCount,
                RecentItems.append(lifted, lifting),
                liftedCount + 1,
                endedBy,
                outcome);
    }

    WarningDetail ended(Parties who, @Nullable String how) {
        return new WarningDetail(
                by, against, condition, consequences, deadline, packages, packagesCount, lifted, liftedCount, who, how);
    }
}
