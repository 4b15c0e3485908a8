package org.parley.domain.agreement;

/** The findings of a verification. */
public enum VerificationFinding {
    COMPLIANT,
    NON_COMPLIANT,
    INCONCLUSIVE
}
