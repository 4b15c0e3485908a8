package org.parley.domain.meeting;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.time.Edtf;

/** The commands of a meeting. Each becomes the event with the same fields. */
public sealed interface MeetingCommand extends Command {

    record ProposeMeeting(
            @ActingParty Actors by,
            @Nullable Actors to,
            @Nullable Edtf planned,
            @Nullable String venue) implements MeetingCommand {}

    record DeclineMeeting(@ActingParty Actors by, @Nullable String reason) implements MeetingCommand {}

    record ScheduleMeeting(
            @Nullable Edtf planned,
            @Nullable String venue,
            @Nullable Actors host,
            @ActingParty Actors participants,
            @Nullable String format,
            @Nullable MeetingMode mode,
            @ActingParty @Nullable Actors via)
            implements MeetingCommand {}

    record PostponeMeeting(
            @Nullable Edtf planned,
            @ActingParty @Nullable Actors by,
            @Nullable String reason) implements MeetingCommand {}

    record CancelMeeting(
            @ActingParty @Nullable Actors by, @Nullable String reason) implements MeetingCommand {}

    record RecordMeeting(
            @ActingParty @Nullable Actors participants,
            @Nullable String venue,
            @Nullable Actors host,
            @Nullable String agenda,
            @Nullable String format,
            @Nullable MeetingMode mode,
            @ActingParty @Nullable Actors via)
            implements MeetingCommand {}

    record RecordOutcome(String summary, @Nullable List<MatterReference> touches) implements MeetingCommand {}
}
