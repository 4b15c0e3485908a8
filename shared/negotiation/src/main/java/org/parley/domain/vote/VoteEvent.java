package org.parley.domain.vote;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Edtf;

/** The events of a vote. */
public sealed interface VoteEvent extends Event {

    /** A vote of a body is called, or one that was called gets another date. */
    record VoteCalled(
            @ActingParty PartyCode body,
            @Nullable List<MatterReference> about,
            @Nullable String question,
            @Nullable Edtf planned)
            implements VoteEvent {}

    /** The body votes. The numbers are votes, or percentages where they have decimals. */
    record VoteHeld(
            @ActingParty PartyCode body,
            VoteOutcome outcome,
            @Nullable List<MatterReference> about,
            @Nullable String question,
            @Nullable BigDecimal inFavour,
            @Nullable BigDecimal opposed,
            @Nullable BigDecimal abstained,
            @ActingParty @Nullable Actors vetoedBy)
            implements VoteEvent {}

    /** The vote is called off before it takes place. */
    record VoteCancelled(@Nullable String reason) implements VoteEvent {}
}
