package org.parley.domain.agreement;

/** The legal nature of an agreement. */
public enum LegalNature {
    TREATY,
    EXECUTIVE_AGREEMENT,
    POLITICAL_DECLARATION,
    MEMORANDUM,
    /** An undertaking of its authors alone. */
    UNILATERAL_DECLARATION,
    UNKNOWN
}
