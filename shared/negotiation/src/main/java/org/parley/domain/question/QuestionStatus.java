package org.parley.domain.question;

/** The states of a question. */
public enum QuestionStatus {
    OPEN,
    SETTLED
}
