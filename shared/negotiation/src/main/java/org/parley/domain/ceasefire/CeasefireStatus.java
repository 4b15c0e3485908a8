package org.parley.domain.ceasefire;

/** The states of a ceasefire. */
public enum CeasefireStatus {
    PROPOSED,
    AGREED,
    REJECTED,
    WITHDRAWN,
    IN_FORCE,
    ENDED
}
