package org.parley.domain.meeting;

/** The states of a meeting. */
public enum MeetingStatus {
    SCHEDULED,
    POSTPONED,
    CANCELLED,
    HELD
}
