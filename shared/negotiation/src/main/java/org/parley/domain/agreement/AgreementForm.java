package org.parley.domain.agreement;

/** The forms of agreement: by the number of parties, or a declaration, which binds its authors alone. */
public enum AgreementForm {
    BILATERAL,
    MULTILATERAL,
    DECLARATION
}
