package org.parley.domain.vote;

/** The states of a vote. */
public enum VoteStatus {
    CALLED,
    ADOPTED,
    REJECTED,
    VETOED,
    CANCELLED
}
