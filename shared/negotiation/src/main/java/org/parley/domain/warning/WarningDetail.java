package org.parley.domain.warning;

import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.party.Parties;

/**
 * The detail of a warning's state: everything besides its status.
 *
 * @param by who warns
 * @param against who is warned
 * @param condition what must not happen
 * @param consequences what would follow
 * @param endedBy who withdrew it; empty before, or if nobody is named
 * @param outcome the consequences imposed, or why there were none
 */
public record WarningDetail(
        Parties by,
        Parties against,
        String condition,
        String consequences,
        Parties endedBy,
        @Nullable String outcome) implements MatterDetail {

    WarningDetail ended(@Nullable String how) {
        return new WarningDetail(by, against, condition, consequences, endedBy, how);
    }

    WarningDetail withdrawn(Parties who, @Nullable String why) {
        return new WarningDetail(by, against, condition, consequences, who, why);
    }
}
