package org.parley.domain.vote;

/** The outcomes of a vote. */
public enum VoteOutcome {
    ADOPTED,
    REJECTED,
    VETOED
}
