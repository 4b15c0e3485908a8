package org.parley.domain.question;

/** The themes of questions. */
public enum Theme {
    SECURITY,
    TERRITORY,
    ECONOMY,
    JUSTICE,
    POLITICS
}
