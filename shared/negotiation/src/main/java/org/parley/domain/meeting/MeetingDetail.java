package org.parley.domain.meeting;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.matter.RecentItems;
import org.parley.domain.meeting.MeetingEvent.MeetingHeld;
import org.parley.domain.meeting.MeetingEvent.MeetingProposed;
import org.parley.domain.meeting.MeetingEvent.MeetingScheduled;
import org.parley.domain.party.Parties;
import org.parley.domain.time.Edtf;

/**
 * The detail of a meeting's state: everything besides its status.
 *
 * @param by who proposed it; empty if it was not proposed
 * @param to whom it was proposed to; empty if nobody is named
 * @param declinedBy who declined it; empty once it is proposed again or arranged
 * @param planned the planned date; null if there is none
 * @param mode how the parties meet; in person if nothing else is known
 * @param via the mediators
 * @param reason why it was declined, postponed or cancelled
 * @param endedBy who cancelled it; empty before, or if nobody is named
 * @param held when it took place
 * @param outcomes its last {@value RecentItems#MAX} outcomes, in valid-time order
 * @param outcomesCount the number of recorded outcomes
 */
public record MeetingDetail(
        Parties by,
        Parties to,
        Parties declinedBy,
        @Nullable Edtf planned,
        @Nullable String venue,
        Parties host,
        Parties participants,
        @Nullable String format,
        MeetingMode mode,
        Parties via,
        @Nullable String agenda,
        @Nullable String reason,
        Parties endedBy,
        @Nullable Edtf held,
        List<Outcome> outcomes,
        int outcomesCount)
        implements MatterDetail {
    static final MeetingDetail BLANK = new MeetingDetailBuilder().build();

    /** An outcome of the meeting. */
    public record Outcome(UUID developmentId, @Nullable Edtf occurred, String summary, List<MatterReference> touches) {}

    /** The detail after a proposal: of an earlier one only the outcomes remain. */
    MeetingDetail proposed(MeetingProposed proposal) {
        MeetingDetailBuilder next = new MeetingDetailBuilder();
        next.by = Parties.of(proposal.by());
        next.to = Parties.of(proposal.to());
        next.planned = proposal.planned();
        next.venue = proposal.venue();
        next.outcomes = outcomes;
        next.outcomesCount = outcomesCount;
        return next.build();
    }

    MeetingDetail declined(Parties who, @Nullable String why) {
        MeetingDetailBuilder next = copy();
        next.declinedBy = who;
        next.reason = why;
        return next.build();
    }

    /** The detail after an announcement, of which an earlier one leaves no more than the outcomes and who proposed it. */
    MeetingDetail scheduled(MeetingScheduled announcement) {
        MeetingDetailBuilder next = new MeetingDetailBuilder();
        next.by = by;
        next.to = to;
        next.planned = announcement.planned();
        next.venue = announcement.venue();
        next.host = Parties.of(announcement.host());
        next.participants = Parties.of(announcement.participants());
        next.format = announcement.format();
        next.mode = orElse(MeetingMode.of(announcement.mode(), announcement.format()), MeetingMode.IN_PERSON);
        next.via = Parties.of(announcement.via());
        next.outcomes = outcomes;
        next.outcomesCount = outcomesCount;
        return next.build();
    }

    /** The detail after the meeting: what its report leaves open is as it was announced. */
    MeetingDetail held(MeetingHeld report, @Nullable Edtf occurred) {
        MeetingDetailBuilder next = copy();
        next.venue = report.venue() == null ? venue : report.venue();
        next.host = report.host() == null ? host : Parties.of(report.host());
        next.participants = report.participants() == null ? participants : Parties.of(report.participants());
        next.agenda = report.agenda();
        next.format = report.format() == null ? format : report.format();
        next.mode = orElse(MeetingMode.of(report.mode(), report.format()), mode);
        next.via = report.via() == null ? via : Parties.of(report.via());
        next.declinedBy = Parties.NONE;
        next.reason = null;
        next.endedBy = Parties.NONE;
        next.held = occurred;
        return next.build();
    }

    private static MeetingMode orElse(@Nullable MeetingMode said, MeetingMode otherwise) {
        return said == null ? otherwise : said;
    }

    MeetingDetail with(Outcome outcome) {
        MeetingDetailBuilder next = copy();
        next.outcomes = RecentItems.append(outcomes, outcome);
        next.outcomesCount = outcomesCount + 1;
        return next.build();
    }

    MeetingDetail postponed(@Nullable Edtf date, @Nullable String why) {
        MeetingDetailBuilder next = copy();
        next.planned = date;
        next.reason = why;
        next.endedBy = Parties.NONE;
        return next.build();
    }

    MeetingDetail cancelled(Parties who, @Nullable String why) {
        MeetingDetailBuilder next = copy();
        next.planned = null;
        next.reason = why;
        next.endedBy = who;
        return next.build();
    }

    private MeetingDetailBuilder copy() {
        MeetingDetailBuilder copy = new MeetingDetailBuilder();
        copy.by = by;
        copy.to = to;
        copy.declinedBy = declinedBy;
        copy.planned = planned;
        copy.venue = venue;
        copy.host = host;
        copy.participants = participants;
        copy.format = format;
        copy.mode = mode;
        copy.via = via;
        copy.agenda = agenda;
        copy.reason = reason;
        copy.endedBy = endedBy;
        copy.held = held;
        copy.outcomes = outcomes;
        copy.outcomesCount = outcomesCount;
        return copy;
    }

    /** The components of a meeting's detail by name: everything is empty unless set. */
    static final class MeetingDetailBuilder {
        Parties by = Parties.NONE;
        Parties to = Parties.NONE;
        Parties declinedBy = Parties.NONE;

        @Nullable Edtf planned;

        @Nullable String venue;

        Parties host = Parties.NONE;
        Parties participants = Parties.NONE;

        @Nullable String format;

        MeetingMode mode = MeetingMode.IN_PERSON;
        Parties via = Parties.NONE;

        @Nullable String agenda;

        @Nullable String reason;

        Parties endedBy = Parties.NONE;

        @Nullable Edtf held;

        List<Outcome> outcomes = List.of();
        int outcomesCount;

        MeetingDetail build() {
            return new MeetingDetail(
                    by,
                    to,
                    declinedBy,
                    planned,
                    venue,
                    host,
                    participants,
                    format,
                    mode,
                    via,
                    agenda,
                    reason,
                    endedBy,
                    held,
                    outcomes,
                    outcomesCount);
        }
    }
}
