package org.parley.domain.meeting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.time.Edtf;

/** The events of a meeting. */
public sealed interface MeetingEvent extends Event {

    /** A meeting is announced for a date, which may lie in the future. */
    record MeetingScheduled(
            Edtf planned,
            @Nullable String venue,
            @Nullable Actors host,
            Actors participants,
            @Nullable String format) implements MeetingEvent {}

    /** The meeting is postponed, with or without a new date. */
    record MeetingPostponed(
            @Nullable Edtf planned,
            @ActingParty @Nullable Actors by,
            @Nullable String reason) implements MeetingEvent {}

    /** The meeting is cancelled. */
    record MeetingCancelled(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements MeetingEvent {}

    /** The meeting takes place, announced or not. */
    record MeetingHeld(
            @Nullable Actors participants,
            @Nullable String venue,
            @Nullable Actors host,
            @Nullable String agenda) implements MeetingEvent {}

    /** An outcome of the meeting, with the matters that it concerns. */
    record MeetingOutcomeRecorded(String summary, @Nullable List<MatterReference> touches) implements MeetingEvent {}
}
