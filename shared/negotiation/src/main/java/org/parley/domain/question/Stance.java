package org.parley.domain.question;

/** The stances on a question. */
public enum Stance {
    SUPPORTS,
    OPPOSES,
    CONDITIONAL,
    UNDECLARED
}
