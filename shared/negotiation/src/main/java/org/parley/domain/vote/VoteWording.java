package org.parley.domain.vote;

import org.jspecify.annotations.Nullable;
import org.parley.domain.language.Language;
import org.parley.domain.party.PartyCode;
import org.parley.domain.time.DateText;
import org.parley.domain.time.Edtf;
import org.parley.domain.vote.VoteEvent.VoteCalled;
import org.parley.domain.vote.VoteEvent.VoteCancelled;
import org.parley.domain.vote.VoteEvent.VoteHeld;
import org.parley.domain.wording.EventWording;
import org.parley.domain.wording.SentenceNames;

/** Renders the events of this kind as English clauses. */
final class VoteWording implements EventWording<VoteEvent> {

    @Override
    public String clause(VoteEvent event, SentenceNames names) {
        return switch (event) {
            case VoteCalled e ->
                "the vote " + names.title() + of(e.body(), names) + " was called" + planned(e.planned())
                        + names.suffix(": ", e.question());
            case VoteHeld e -> held(e, names) + names.suffix(": ", e.question());
            case VoteCancelled e ->
                "the vote " + names.title()
                        + names.detail(VoteDetail.class)
                                .map(vote -> of(vote.body(), names))
                                .orElse("")
                        + " was cancelled" + names.suffix(": ", e.reason());
        };
    }

    private static String of(PartyCode body, SentenceNames names) {
        return " of " + names.party(body);
    }

    private static String planned(@Nullable Edtf date) {
        return date == null ? "" : " for " + DateText.withoutPreposition(date);
    }

    private static String held(VoteHeld vote, SentenceNames names) {
        VoteCount count = new VoteCount(vote.inFavour(), vote.opposed(), vote.abstained());
        String body = names.party(vote.body());
        // The title may be that of the vote or of what is voted on.
        return "in the vote " + names.title() + ", "
                + switch (vote.outcome()) {
                    case ADOPTED ->
                        body + " adopted the proposal"
                                + count.forWinner(vote.inFavour(), vote.opposed(), Language.ENGLISH);
                    case REJECTED ->
                        body + " rejected the proposal"
                                + count.forWinner(vote.opposed(), vote.inFavour(), Language.ENGLISH);
                    case VETOED ->
                        (vote.vetoedBy() == null
                                        ? "the proposal was vetoed in " + body
                                        : names.actors(vote.vetoedBy()) + " vetoed the proposal in " + body)
                                + count.inWords(Language.ENGLISH);
                };
    }
}
