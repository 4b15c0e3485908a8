package org.parley.domain.vote;

import org.parley.domain.language.Language;
import org.parley.domain.time.DateText;
import org.parley.domain.vote.VoteEvent.VoteCalled;
import org.parley.domain.vote.VoteEvent.VoteCancelled;
import org.parley.domain.vote.VoteEvent.VoteHeld;
import org.parley.domain.wording.SentenceNames;
import org.parley.domain.wording.SpanishGrammar;
import org.parley.domain.wording.SpanishWording;

/** Renders the events of this kind as Spanish clauses. */
final class SpanishVoteWording implements SpanishWording<VoteEvent, VoteStatus> {

    @Override
    public String kind() {
        return "la votación";
    }

    @Override
    public String status(VoteStatus status) {
        return switch (status) {
            case CALLED -> "convocada";
            case ADOPTED -> "resuelta a favor";
            case REJECTED -> "resuelta en contra";
            case VETOED -> "bloqueada por un veto";
            case CANCELLED -> "cancelada";
        };
    }

    @Override
    public String clause(VoteEvent event, SentenceNames names) {
        return switch (event) {
            case VoteCalled e ->
                "se convocó la votación " + names.title() + " " + SpanishGrammar.of(names.party(e.body()))
                        + (e.planned() == null
                                ? ""
                                : " para " + DateText.withoutPreposition(e.planned(), Language.SPANISH))
                        + names.suffix(": ", e.question());
            case VoteHeld e -> held(e, names) + names.suffix(": ", e.question());
            case VoteCancelled e ->
                "se canceló la votación " + names.title()
                        + names.detail(VoteDetail.class)
                                .map(vote -> " " + SpanishGrammar.of(names.party(vote.body())))
                                .orElse("")
                        + names.suffix(": ", e.reason());
        };
    }

    private static String held(VoteHeld vote, SentenceNames names) {
        VoteCount count = new VoteCount(vote.inFavour(), vote.opposed(), vote.abstained());
        String body = names.party(vote.body());
        // The title may be that of the vote or of what is voted on.
        return "en la votación " + names.title() + ", "
                + switch (vote.outcome()) {
                    case ADOPTED ->
                        body + " aprobó la propuesta"
                                + count.forWinner(vote.inFavour(), vote.opposed(), Language.SPANISH);
                    case REJECTED ->
                        body + " rechazó la propuesta"
                                + count.forWinner(vote.opposed(), vote.inFavour(), Language.SPANISH);
                    case VETOED ->
                        (vote.vetoedBy() == null
                                        ? "un veto bloqueó la propuesta"
                                        : SpanishGrammar.act(names, vote.vetoedBy(), "vetó", "vetaron")
                                                + " la propuesta")
                                + " en " + body + count.inWords(Language.SPANISH);
                };
    }
}
