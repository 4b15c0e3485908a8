package org.parley.meeting;

/** The states of a meeting. */
public enum MeetingStatus {
    SCHEDULED,
    POSTPONED,
    CANCELLED,
    HELD
}
