package org.parley.question;

/** The stances on a question. */
public enum Stance {
    SUPPORTS,
    OPPOSES,
    CONDITIONAL,
    UNDECLARED
}
