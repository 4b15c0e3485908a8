package org.parley.question;

/** Where a party stands on a question. */
public enum Stance {
    SUPPORTS,
    OPPOSES,
    CONDITIONAL,
    UNDECLARED
}
