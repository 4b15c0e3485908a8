package org.parley.domain.demand;

/** The states of a demand. */
public enum DemandStatus {
    STANDING,
    REFUSED,
    CONCEDED,
    DROPPED
}
