package org.parley.question;

/** The states of a question. */
public enum QuestionStatus {
    OPEN,
    SETTLED
}
