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

    /** A party proposes a meeting, to named parties or to nobody in particular. */
    record MeetingProposed(
            @ActingParty Actors by,
            @Nullable Actors to,
            @Nullable Edtf planned,
            @Nullable String venue) implements MeetingEvent {}

    /** A party declines the proposed meeting. */
    record MeetingDeclined(@ActingParty Actors by, @Nullable String reason) implements MeetingEvent {}

    /** A meeting is arranged, usually for a date, which may lie in the future. */
    record MeetingScheduled(
            @Nullable Edtf planned,
            @Nullable String venue,
            @Nullable Actors host,
            @ActingParty Actors participants,
            @Nullable String format,
            @Nullable MeetingMode mode,
            @ActingParty @Nullable Actors via)
            implements MeetingEvent {}

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
            @ActingParty @Nullable Actors participants,
            @Nullable String venue,
            @Nullable Actors host,
            @Nullable String agenda,
            @Nullable String format,
            @Nullable MeetingMode mode,
            @ActingParty @Nullable Actors via)
            implements MeetingEvent {}

    /** An outcome of the meeting, with the matters that it concerns. */
    record MeetingOutcomeRecorded(String summary, @Nullable List<MatterReference> touches) implements MeetingEvent {}
}
