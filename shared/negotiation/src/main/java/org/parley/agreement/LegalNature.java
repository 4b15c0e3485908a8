package org.parley.agreement;

/** The legal nature of an agreement. */
public enum LegalNature {
    TREATY,
    EXECUTIVE_AGREEMENT,
    POLITICAL_DECLARATION,
    MEMORANDUM,
    UNKNOWN
}
