package org.parley.domain.guarantee;

/** The forms of guarantee. */
public enum GuaranteeForm {
    ARMED_FORCES,
    FORCE_DEPLOYMENT,
    BACKSTOP,
    ALLIANCE_MEMBERSHIP,
    MUTUAL_DEFENCE,
    POLITICAL_ASSURANCE,
    CONSENSUS_OF_GUARANTORS
}
