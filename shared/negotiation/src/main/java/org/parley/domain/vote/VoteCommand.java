package org.parley.domain.vote;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.Command;
import org.parley.domain.matter.InvalidCommandException;
import org.parley.domain.matter.MatterReference;
import org.parley.domain.party.ActingParty;
import org.parley.domain.party.Actors;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.Edtf;

/** The commands of a vote. Each becomes the event with the same fields. */
public sealed interface VoteCommand extends Command {

    record CallVote(
            @ActingParty PartyCode body,
            @Nullable List<MatterReference> about,
            @Nullable String question,
            @Nullable Edtf planned)
            implements VoteCommand {}

    record RecordVote(
            @ActingParty PartyCode body,
            VoteOutcome outcome,
            @Nullable List<MatterReference> about,
            @Nullable String question,
            @Nullable BigDecimal inFavour,
            @Nullable BigDecimal opposed,
            @Nullable BigDecimal abstained,
            @ActingParty @Nullable Actors vetoedBy)
            implements VoteCommand {
        public RecordVote {
            if (vetoedBy != null && outcome != VoteOutcome.VETOED) {
                throw new InvalidCommandException(
                        "/vetoedBy",
                        "names who vetoed it, and the outcome is not VETOED: change one of the two",
                        "dice quién lo vetó, y el resultado no es VETOED: cambie una de las dos cosas");
            }
        }
    }

    record CancelVote(@Nullable String reason) implements VoteCommand {}
}
