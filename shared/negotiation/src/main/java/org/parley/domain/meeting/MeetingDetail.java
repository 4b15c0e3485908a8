package org.parley.domain.meeting;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.matter.RecentItems;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;

/**
 * The detail of a meeting's state: everything besides its status.
 *
 * @param planned the planned date; null if there is none
 * @param reason why it was postponed or cancelled
 * @param endedBy who cancelled it; empty before, or if nobody is named
 * @param held when it took place
 * @param outcomes its last {@value RecentItems#MAX} outcomes, in valid-time order
 * @param outcomesCount the number of recorded outcomes
 */
public record MeetingDetail(
        @Nullable Edtf planned,
        @Nullable String venue,
        Parties host,
        Parties participants,
        @Nullable String format,
        @Nullable String agenda,
        @Nullable String reason,
        Parties endedBy,
        @Nullable Edtf held,
        List<Outcome> outcomes,
        int outcomesCount)
        implements MatterDetail {
    static final MeetingDetail BLANK = new MeetingDetail(
            null, null, Parties.NONE, Parties.NONE, null, null, null, Parties.NONE, null, List.of(), 0);

    /** An outcome of the meeting. */
    public record Outcome(UUID developmentId, @Nullable Edtf occurred, String summary, List<MatterReference> touches) {}

    MeetingDetail with(Outcome outcome) {
        return new MeetingDetail(
                planned,
                venue,
                host,
                participants,
                format,
                agenda,
                reason,
                endedBy,
                held,
                RecentItems.append(outcomes, outcome),
                outcomesCount + 1);
    }

    MeetingDetail putOff(@Nullable Edtf date, @Nullable String why) {
        return called(date, why, Parties.NONE);
    }

    MeetingDetail cancelled(Parties who, @Nullable String why) {
        return called(null, why, who);
    }

    private MeetingDetail called(@Nullable Edtf date, @Nullable String why, Parties cancelling) {
        return new MeetingDetail(
                date, venue, host, participants, format, agenda, why, cancelling, held, outcomes, outcomesCount);
    }
}
