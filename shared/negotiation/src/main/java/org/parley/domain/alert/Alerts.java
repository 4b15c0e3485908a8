package org.parley.domain.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.agreement.AgreementDetail;
import org.parley.domain.agreement.AgreementStatus;
import org.parley.domain.agreement.Commitment;
import org.parley.domain.agreement.VerificationFinding;
import org.parley.domain.ceasefire.CeasefireDetail;
import org.parley.domain.ceasefire.CeasefireStatus;
import org.parley.domain.demand.DemandDetail;
import org.parley.domain.demand.DemandStatus;
import org.parley.domain.exchange.ExchangeDetail;
import org.parley.domain.exchange.ExchangeStatus;
import org.parley.domain.matter.MatterState;
import org.parley.domain.matter.ShortName;
import org.parley.domain.meeting.MeetingDetail;
import org.parley.domain.meeting.MeetingStatus;
import org.parley.domain.time.Edtf;
import org.parley.domain.vote.VoteDetail;
import org.parley.domain.vote.VoteStatus;
import org.parley.domain.warning.WarningDetail;
import org.parley.domain.warning.WarningStatus;

/**
 * Judges which matters need a look at an instant. A date has passed once its last instant has: a deadline of "June" on 1
 * July, 00:00 UTC. A commitment that depends on a condition is judged like any other, because whether the condition is
 * fulfilled is not recorded.
 */
public final class Alerts {
    /** How long after the day of its agreement an exchange may wait, because it takes days to prepare one. */
    static final Duration EXCHANGE_PATIENCE = Duration.ofDays(14);

    private static final Set<AgreementStatus> AGREEMENT_APPLIES =
            EnumSet.of(AgreementStatus.AGREED, AgreementStatus.SIGNED, AgreementStatus.IN_FORCE);
    private static final Set<CeasefireStatus> CEASEFIRE_EXPECTED =
            EnumSet.of(CeasefireStatus.ANNOUNCED, CeasefireStatus.AGREED);
    private static final Set<CeasefireStatus> CEASEFIRE_OPEN = EnumSet.of(
            CeasefireStatus.ANNOUNCED, CeasefireStatus.PROPOSED, CeasefireStatus.AGREED, CeasefireStatus.IN_FORCE);
    private static final Set<MeetingStatus> MEETING_EXPECTED =
            EnumSet.of(MeetingStatus.PROPOSED, MeetingStatus.SCHEDULED, MeetingStatus.POSTPONED);

    /** What passed last comes first, then what is to come, the nearest first. */
    private static final Comparator<Alert> ORDER = Comparator.comparing(Alert::overdue)
            .reversed()
            .thenComparing(alert -> alert.overdue()
                    ? -end(alert.date()).getEpochSecond()
                    : end(alert.date()).getEpochSecond())
            .thenComparing(alert -> alert.matter().address().toString())
            .thenComparing(alert -> String.valueOf(alert.commitment()));

    private final Instant moment;
    private final Instant ahead;

    private Alerts(Instant moment, Instant ahead) {
        this.moment = moment;
        this.ahead = ahead;
    }

    /**
     * The alerts of some matters: what passed last first, then what is to come.
     *
     * @param states their states as of the instant
     * @param within how far ahead to look for dates that are to come; zero for passed ones only
     */
    public static List<Alert> of(Collection<MatterState> states, Instant moment, Duration within) {
        Alerts alerts = new Alerts(moment, moment.plus(within));
        return states.stream().flatMap(alerts::of).sorted(ORDER).toList();
    }

    private Stream<Alert> of(MatterState state) {
        return switch (state.detail()) {
            case AgreementDetail agreement -> agreement(state, agreement);
            case WarningDetail warning ->
                dated(state, state.status() == WarningStatus.STANDING, AlertReason.DEADLINE, warning.deadline());
            case DemandDetail demand ->
                dated(state, state.status() == DemandStatus.STANDING, AlertReason.DEADLINE, demand.deadline());
            case MeetingDetail meeting -> meeting(state, meeting);
            case CeasefireDetail ceasefire -> ceasefire(state, ceasefire);
            case VoteDetail vote ->
                dated(state, state.status() == VoteStatus.CALLED, AlertReason.VOTE_PLANNED, vote.planned());
            case ExchangeDetail exchange -> exchange(state, exchange);
            default -> Stream.empty();
        };
    }

    private Stream<Alert> agreement(MatterState state, AgreementDetail agreement) {
        boolean applies = AGREEMENT_APPLIES.contains(state.status());
        boolean open = applies || state.status() == AgreementStatus.IN_TALKS;
        return Stream.of(
                        dated(
                                state,
                                state.status() == AgreementStatus.IN_TALKS,
                                AlertReason.DEADLINE,
                                agreement.deadline()),
                        dated(state, applies, AlertReason.AGREEMENT_END, agreement.until()),
                        agreement.commitments().stream()
                                .filter(commitment -> open && isOutstanding(commitment))
                                .flatMap(commitment -> dated(
                                        state, AlertReason.COMMITMENT_DUE, commitment.commitment(), commitment.due())))
                .flatMap(alerts -> alerts);
    }

    /** Not suspended, and neither delivered in full nor last found to be kept. Without a quantity any delivery is all. */
    private static boolean isOutstanding(Commitment commitment) {
        boolean kept = !commitment.verified().isEmpty()
                && commitment.verified().getLast().finding() == VerificationFinding.COMPLIANT;
        boolean delivered = commitment.quantity() == null
                ? commitment.deliveriesCount() > 0
                : commitment.delivered() != null && commitment.delivered().compareTo(commitment.quantity()) >= 0;
        return !commitment.suspended() && !kept && !delivered;
    }

    private Stream<Alert> meeting(MatterState state, MeetingDetail meeting) {
        if (state.status() == MeetingStatus.POSTPONED && meeting.planned() == null) {
            return Stream.of(new Alert(state, AlertReason.MEETING_WITHOUT_DATE, null, state.since(), true));
        }
        return dated(state, MEETING_EXPECTED.contains(state.status()), AlertReason.MEETING_PLANNED, meeting.planned());
    }

    private Stream<Alert> ceasefire(MatterState state, CeasefireDetail ceasefire) {
        boolean hasPassed = isPast(ceasefire.until());
        return Stream.concat(
                // Once the whole term has passed, that says it all.
                dated(
                        state,
                        CEASEFIRE_EXPECTED.contains(state.status()) && !hasPassed,
                        AlertReason.CEASEFIRE_START,
                        ceasefire.from()),
                dated(state, CEASEFIRE_OPEN.contains(state.status()), AlertReason.CEASEFIRE_END, ceasefire.until()));
    }

    private Stream<Alert> exchange(MatterState state, ExchangeDetail exchange) {
        boolean waits = state.status() == ExchangeStatus.AGREED
                && exchange.given().isEmpty()
                && !end(state.since()).plus(EXCHANGE_PATIENCE).isAfter(moment);
        return waits
                ? Stream.of(new Alert(state, AlertReason.EXCHANGE_AGREED, null, state.since(), true))
                : Stream.empty();
    }

    private Stream<Alert> dated(MatterState state, boolean expected, AlertReason reason, @Nullable Edtf date) {
        return expected ? dated(state, reason, null, date) : Stream.empty();
    }

    private Stream<Alert> dated(
            MatterState state, AlertReason reason, @Nullable ShortName commitment, @Nullable Edtf date) {
        return date != null && date.end().isBefore(ahead)
                ? Stream.of(new Alert(state, reason, commitment, date, isPast(date)))
                : Stream.empty();
    }

    private boolean isPast(@Nullable Edtf date) {
        return date != null && date.end().isBefore(moment);
    }

    /** The end of a date; an unknown one is before everything. */
    private static Instant end(@Nullable Edtf date) {
        return date == null ? Instant.EPOCH : date.end();
    }
}
