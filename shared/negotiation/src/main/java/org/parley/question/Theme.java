package org.parley.question;

/** What a question is about. */
public enum Theme {
    SECURITY,
    TERRITORY,
    ECONOMY,
    JUSTICE,
    POLITICS
}
