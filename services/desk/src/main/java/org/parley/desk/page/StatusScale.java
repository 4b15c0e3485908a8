package org.parley.desk.page;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a status looks like: one of six families, which share a colour, and an icon. The families say standing, not good
 * or bad: sanctions that were imposed are in force.
 */
public enum StatusScale {
    OPEN("open", "open"),
    AGREED("agreed", "agreed"),
    IN_FORCE("agreed", "force"),
    REFUSED("refused", "refused"),
    BROKEN("refused", "broken"),
    OVER("over", "over"),
    UNSURE("unsure", "unsure"),
    POSSIBLE("unsure", "possible"),
    DUE("unsure", "due"),
    EMBARGO("embargo", "embargo");

    /** The statuses of all kinds of matter. One name means the same for every kind that has it. */
    private static final Map<String, StatusScale> STATUSES = Map.ofEntries(
            Map.entry("ABANDONED", OVER),
            Map.entry("ADOPTED", AGREED),
            Map.entry("AGREED", AGREED),
            Map.entry("ANNOUNCED", OPEN),
            Map.entry("BROKEN_OFF", BROKEN),
            Map.entry("CALLED", OPEN),
            Map.entry("CALLED_OFF", OVER),
            Map.entry("CANCELLED", OVER),
            Map.entry("CLAIMED", OPEN),
            Map.entry("CONCEDED", AGREED),
            Map.entry("CONCLUDED", OVER),
            Map.entry("CONFIRMED", AGREED),
            Map.entry("CONTESTED", UNSURE),
            Map.entry("DECLINED", REFUSED),
            Map.entry("DONE", OVER),
            Map.entry("DROPPED", OVER),
            Map.entry("ENDED", OVER),
            Map.entry("EXPIRED", OVER),
            Map.entry("HELD", OVER),
            Map.entry("IMPOSED", IN_FORCE),
            Map.entry("IN_FORCE", IN_FORCE),
            Map.entry("IN_TALKS", OPEN),
            Map.entry("LAPSED", OVER),
            Map.entry("LIFTED", OVER),
            Map.entry("MET", OVER),
            Map.entry("NOT_OPENED", OPEN),
            Map.entry("OPEN", OPEN),
            Map.entry("PARTLY_DONE", AGREED),
            Map.entry("POSTPONED", UNSURE),
            Map.entry("PROPOSED", OPEN),
            Map.entry("REFUSED", REFUSED),
            Map.entry("REJECTED", REFUSED),
            Map.entry("SCHEDULED", AGREED),
            Map.entry("SETTLED", AGREED),
            Map.entry("SIGNED", AGREED),
            Map.entry("STANDING", OPEN),
            Map.entry("SUSPENDED", UNSURE),
            Map.entry("TERMINATED", OVER),
            Map.entry("VETOED", REFUSED),
            Map.entry("WITHDRAWN", OVER));

    /** What the pages add to a status. Their words are the messages {@code mark.*}. */
    private static final Map<String, StatusScale> CONDITIONS = Map.of(
            "disputed", UNSURE,
            "possible", POSSIBLE,
            "pastEnd", DUE,
            "due", DUE,
            "inForce", IN_FORCE,
            "breached", BROKEN,
            "held", EMBARGO);

    /** Where the types of event leave what they speak of. The others, such as a statement, move nothing. */
    private static final Map<String, StatusScale> EVENTS = Map.ofEntries(
            Map.entry("AgreementBreached", BROKEN),
            Map.entry("AgreementEnteredIntoForce", IN_FORCE),
            Map.entry("AgreementExpired", OVER),
            Map.entry("AgreementExtended", IN_FORCE),
            Map.entry("AgreementLeft", OVER),
            Map.entry("AgreementProvisionallyApplied", IN_FORCE),
            Map.entry("AgreementRatified", AGREED),
            Map.entry("AgreementTalksAbandoned", OVER),
            Map.entry("AgreementTalksOpened", OPEN),
            Map.entry("AgreementTerminated", OVER),
            Map.entry("BilateralAgreementSigned", AGREED),
            Map.entry("CeasefireAccepted", AGREED),
            Map.entry("CeasefireAnnounced", OPEN),
            Map.entry("CeasefireAnswered", OPEN),
            Map.entry("CeasefireEnded", OVER),
            Map.entry("CeasefireExpired", OVER),
            Map.entry("CeasefireExtended", IN_FORCE),
            Map.entry("CeasefireProposalWithdrawn", OVER),
            Map.entry("CeasefireProposed", OPEN),
            Map.entry("CeasefireRejected", REFUSED),
            Map.entry("CeasefireTookEffect", IN_FORCE),
            Map.entry("CeasefireViolationAlleged", BROKEN),
            Map.entry("CommitmentDelivered", OVER),
            Map.entry("CommitmentSuspended", UNSURE),
            Map.entry("CommitmentUndertaken", AGREED),
            Map.entry("CommitmentVerified", AGREED),
            Map.entry("ConsequencesImposed", IN_FORCE),
            Map.entry("ConsequencesLifted", OVER),
            Map.entry("ConsequencesThreatened", OPEN),
            Map.entry("ContributionWithdrawn", OVER),
            Map.entry("DeclarationIssued", AGREED),
            Map.entry("DemandConceded", AGREED),
            Map.entry("DemandDropped", OVER),
            Map.entry("DemandMade", OPEN),
            Map.entry("DemandRefused", REFUSED),
            Map.entry("DevelopmentDisputed", UNSURE),
            Map.entry("DevelopmentHeld", EMBARGO),
            Map.entry("DraftRejected", REFUSED),
            Map.entry("DraftTabled", OPEN),
            Map.entry("ExchangeAgreed", AGREED),
            Map.entry("ExchangeCalledOff", OVER),
            Map.entry("ExchangeCarriedOut", OVER),
            Map.entry("ExchangeProposed", OPEN),
            Map.entry("GuaranteeActivated", IN_FORCE),
            Map.entry("GuaranteeAgreed", AGREED),
            Map.entry("GuaranteeInvoked", IN_FORCE),
            Map.entry("GuaranteeProposed", OPEN),
            Map.entry("GuaranteeWithdrawn", OVER),
            Map.entry("MeetingCancelled", OVER),
            Map.entry("MeetingDeclined", REFUSED),
            Map.entry("MeetingHeld", OVER),
            Map.entry("MeetingPostponed", UNSURE),
            Map.entry("MeetingProposed", OPEN),
            Map.entry("MeetingScheduled", AGREED),
            Map.entry("MultilateralAgreementSigned", AGREED),
            Map.entry("NegotiationConcluded", OVER),
            Map.entry("NegotiationOpened", OPEN),
            Map.entry("NegotiationReopened", OPEN),
            Map.entry("PointAgreed", AGREED),
            Map.entry("QuestionRaised", OPEN),
            Map.entry("QuestionReopened", OPEN),
            Map.entry("QuestionSettled", AGREED),
            Map.entry("RatificationRefused", REFUSED),
            Map.entry("TalksBrokenOff", BROKEN),
            Map.entry("TalksResumed", OPEN),
            Map.entry("TalksSuspended", UNSURE),
            Map.entry("TextAgreed", AGREED),
            Map.entry("UnderstandingAbandoned", OVER),
            Map.entry("UnderstandingClaimed", OPEN),
            Map.entry("UnderstandingConfirmed", AGREED),
            Map.entry("UnderstandingContested", UNSURE),
            Map.entry("VoteCalled", OPEN),
            Map.entry("VoteCancelled", OVER),
            Map.entry("WarningLapsed", OVER),
            Map.entry("WarningMet", OVER),
            Map.entry("WarningWithdrawn", OVER));

    private final String family;
    private final String icon;

    StatusScale(String family, String icon) {
        this.family = family;
        this.icon = icon;
    }

    /** The family, as in the class {@code is-open}. */
    public String family() {
        return family;
    }

    /** The name of the icon in the sprite. */
    public String icon() {
        return icon;
    }

    /** The step of a matter's status, such as {@code IN_FORCE}; null if there is no such status. */
    public static @Nullable StatusScale of(@Nullable String status) {
        return status == null ? null : STATUSES.get(status);
    }

    /** The step of a condition, such as {@code pastEnd}. */
    public static StatusScale ofCondition(String condition) {
        StatusScale step = CONDITIONS.get(condition);
        if (step == null) {
            throw new IllegalArgumentException("there is no condition '" + condition + "'");
        }
        return step;
    }

    /** The statuses of a family, sorted. */
    public static List<String> statusesOf(String family) {
        return STATUSES.entrySet().stream()
                .filter(status -> status.getValue().family.equals(family))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /** The names of all conditions, sorted. */
    public static List<String> conditions() {
        return CONDITIONS.keySet().stream().sorted().toList();
    }

    /** Where an event leaves what it speaks of; null if it moves nothing. */
    public static @Nullable StatusScale ofEvent(String type) {
        return EVENTS.get(type);
    }
}
