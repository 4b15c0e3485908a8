package org.parley.agreement;

/** What an agreement is in law. */
public enum LegalNature {
    TREATY,
    EXECUTIVE_AGREEMENT,
    POLITICAL_DECLARATION,
    MEMORANDUM,
    UNKNOWN
}
