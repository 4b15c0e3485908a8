package org.parley.agreement;

/** How many parties an agreement has. */
public enum AgreementForm {
    BILATERAL,
    MULTILATERAL
}
