package org.parley.domain.meeting;

/** The states of a meeting. */
public enum MeetingStatus {
    PROPOSED,
    DECLINED,
    SCHEDULED,
    POSTPONED,
    CANCELLED,
    HELD
}
