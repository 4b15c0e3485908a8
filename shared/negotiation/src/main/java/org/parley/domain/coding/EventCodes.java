package org.parley.domain.coding;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The standard codes of the event types, with which analysts can join the trail with event data sets. Events of the
 * newsroom itself have none, because they are not events between parties: the opening of a negotiation, the admission
 * of a party, the raising of a question, and all editorial events.
 *
 * @param plover the PLOVER event type
 * @param mode the PLOVER mode; null if none fits
 * @param cameo the CAMEO code
 * @see <a href="https://osf.io/preprints/socarxiv/rm5dw">PLOVER and POLECAT (Halterman et al., 2023)</a>
 * @see <a href="http://data.gdeltproject.org/documentation/CAMEO.Manual.1.1b3.pdf">CAMEO codebook 1.1b3</a>
 */
public record EventCodes(String plover, @Nullable String mode, String cameo) {
    private static final Map<String, EventCodes> BY_TYPE = Map.ofEntries(
            entry("PartyWithdrew", new EventCodes("REJECT", "meet", "125")),
            entry("PartySuspended", new EventCodes("SANCTION", "expel", "166")),
            entry("PartyReadmitted", new EventCodes("SUPPORT", null, "050")),
            entry("TalksSuspended", new EventCodes("REJECT", "meet", "164")),
            entry("TalksResumed", new EventCodes("CONSULT", "multilateral", "046")),
            entry("TalksBrokenOff", new EventCodes("REJECT", "meet", "164")),
            entry("NegotiationReopened", new EventCodes("AGREE", "meet", "036")),
            entry("NegotiationConcluded", new EventCodes("AGREE", null, "030")),
            entry("MeetingProposed", new EventCodes("REQUEST", "meet", "026")),
            entry("MeetingDeclined", new EventCodes("REJECT", "meet", "125")),
            entry("MeetingScheduled", new EventCodes("AGREE", "meet", "036")),
            entry("MeetingPostponed", new EventCodes("REJECT", "delay", "125")),
            entry("MeetingCancelled", new EventCodes("REJECT", "meet", "125")),
            entry("MeetingHeld", new EventCodes("CONSULT", "visit", "042")),
            entry("MeetingOutcomeRecorded", new EventCodes("CONSULT", "multilateral", "046")),
            entry("CeasefireAnnounced", new EventCodes("AGREE", "yield", "0356")),
            entry("CeasefireProposed", new EventCodes("REQUEST", "yield", "1056")),
            entry("CeasefireAmended", new EventCodes("REQUEST", "yield", "1056")),
            entry("CeasefireAccepted", new EventCodes("AGREE", "yield", "0356")),
            entry("CeasefireAnswered", new EventCodes("REQUEST", "yield", "1056")),
            entry("CeasefireRejected", new EventCodes("REJECT", "yield", "1246")),
            entry("CeasefireProposalWithdrawn", new EventCodes("REJECT", "yield", "1246")),
            entry("CeasefireTookEffect", new EventCodes("CONCEDE", "ceasefire", "0871")),
            entry("CeasefireExtended", new EventCodes("CONCEDE", "ceasefire", "0871")),
            entry("CeasefireViolationAlleged", new EventCodes("ACCUSE", "allege", "112")),
            entry("CeasefireEnded", new EventCodes("REJECT", "yield", "1246")),
            entry("CeasefireExpired", new EventCodes("REJECT", "yield", "1246")),
            entry("ConsequencesThreatened", new EventCodes("THREATEN", null, "130")),
            entry("ConsequencesImposed", new EventCodes("SANCTION", null, "163")),
            entry("ConsequencesLifted", new EventCodes("CONCEDE", null, "085")),
            entry("WarningMet", new EventCodes("CONCEDE", null, "080")),
            entry("WarningLapsed", new EventCodes("CONCEDE", null, "080")),
            entry("WarningWithdrawn", new EventCodes("CONCEDE", null, "080")),
            entry("UnderstandingClaimed", new EventCodes("CONSULT", null, "040")),
            entry("UnderstandingConfirmed", new EventCodes("SUPPORT", null, "051")),
            entry("UnderstandingContested", new EventCodes("REJECT", null, "120")),
            entry("UnderstandingAbandoned", new EventCodes("REJECT", null, "120")),
            entry("DemandMade", new EventCodes("REQUEST", null, "100")),
            entry("DemandRefused", new EventCodes("REJECT", null, "120")),
            entry("DemandConceded", new EventCodes("CONCEDE", null, "080")),
            entry("DemandDropped", new EventCodes("CONCEDE", null, "080")),
            entry("GuaranteeProposed", new EventCodes("AGREE", "military", "0334")),
            entry("GuaranteeDiscussed", new EventCodes("CONSULT", "multilateral", "046")),
            entry("GuaranteeAmended", new EventCodes("AGREE", "military", "0334")),
            entry("GuaranteeEndorsed", new EventCodes("SUPPORT", null, "051")),
            entry("GuaranteeObjectedTo", new EventCodes("REJECT", null, "120")),
            entry("ContributionOffered", new EventCodes("AGREE", "aid", "0332")),
            entry("ContributionWithdrawn", new EventCodes("REJECT", "assist", "122")),
            entry("GuaranteeAgreed", new EventCodes("AGREE", "military", "0334")),
            entry("GuaranteeActivated", new EventCodes("AID", "military", "074")),
            entry("GuaranteeInvoked", new EventCodes("REQUEST", "assist", "0234")),
            entry("GuaranteePackaged", new EventCodes("CONSULT", null, "010")),
            entry("GuaranteeWithdrawn", new EventCodes("REJECT", "assist", "122")),
            entry("AgreementTalksOpened", new EventCodes("CONSULT", "multilateral", "046")),
            entry("DraftTabled", new EventCodes("REQUEST", null, "100")),
            entry("DraftRejected", new EventCodes("REJECT", null, "120")),
            entry("PointAgreed", new EventCodes("AGREE", null, "030")),
            entry("TextAgreed", new EventCodes("AGREE", null, "030")),
            entry("DeclarationIssued", new EventCodes("SUPPORT", null, "051")),
            entry("ReservationEntered", new EventCodes("REJECT", null, "120")),
            entry("RatificationRefused", new EventCodes("REJECT", null, "120")),
            entry("AgreementProvisionallyApplied", new EventCodes("SUPPORT", null, "057")),
            entry("AgreementExtended", new EventCodes("SUPPORT", null, "057")),
            entry("NoticeGiven", new EventCodes("THREATEN", null, "130")),
            entry("DeadlineSet", new EventCodes("AGREE", null, "030")),
            entry("AgreementLeft", new EventCodes("REJECT", null, "128")),
            entry("ParticipationSuspended", new EventCodes("REJECT", null, "128")),
            entry("ParticipationResumed", new EventCodes("SUPPORT", null, "050")),
            entry("CommitmentVerified", new EventCodes("INVESTIGATE", null, "090")),
            entry("CommitmentSuspended", new EventCodes("REJECT", null, "128")),
            entry("CommitmentResumed", new EventCodes("SUPPORT", null, "050")),
            entry("AgreementExpired", new EventCodes("REJECT", null, "120")),
            entry("BilateralAgreementSigned", new EventCodes("SUPPORT", null, "057")),
            entry("MultilateralAgreementSigned", new EventCodes("SUPPORT", null, "057")),
            entry("AgreementAccededTo", new EventCodes("SUPPORT", null, "057")),
            entry("AgreementRatified", new EventCodes("SUPPORT", null, "057")),
            entry("AgreementEnteredIntoForce", new EventCodes("SUPPORT", null, "057")),
            entry("AgreementAmended", new EventCodes("SUPPORT", null, "057")),
            entry("CommitmentUndertaken", new EventCodes("AGREE", "aid", "033")),
            entry("CommitmentDelivered", new EventCodes("AID", null, "070")),
            entry("AgreementBreached", new EventCodes("REJECT", null, "128")),
            entry("AgreementTerminated", new EventCodes("REJECT", null, "128")),
            entry("AgreementTalksAbandoned", new EventCodes("REJECT", null, "120")),
            entry("VoteCalled", new EventCodes("CONSULT", null, "010")),
            entry("VoteHeld", new EventCodes("CONSULT", null, "010")),
            entry("VoteCancelled", new EventCodes("REJECT", "delay", "120")),
            entry("ExchangeProposed", new EventCodes("REQUEST", "yield", "0253")),
            entry("ExchangeAgreed", new EventCodes("AGREE", "yield", "0353")),
            entry("ExchangeCarriedOut", new EventCodes("RETREAT", "release", "0841")),
            entry("ExchangeCalledOff", new EventCodes("REJECT", "yield", "1243")),
            entry("PositionStated", new EventCodes("CONSULT", null, "010")),
            entry("QuestionSettled", new EventCodes("AGREE", null, "030")),
            entry("QuestionReopened", new EventCodes("CONSULT", null, "010")));

    /** The codes of an event type; empty for events of the newsroom itself. */
    public static Optional<EventCodes> of(String eventType) {
        return Optional.ofNullable(BY_TYPE.get(eventType));
    }
}
