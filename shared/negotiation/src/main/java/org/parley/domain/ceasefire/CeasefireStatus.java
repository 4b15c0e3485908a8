package org.parley.domain.ceasefire;

/** The states of a ceasefire. */
public enum CeasefireStatus {
    ANNOUNCED,
    PROPOSED,
    AGREED,
    REJECTED,
    WITHDRAWN,
    IN_FORCE,
    ENDED
}
