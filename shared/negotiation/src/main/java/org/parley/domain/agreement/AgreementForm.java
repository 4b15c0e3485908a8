package org.parley.domain.agreement;

/** The forms of agreement by the number of parties. */
public enum AgreementForm {
    BILATERAL,
    MULTILATERAL
}
