package org.parley.domain.agreement;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.party.PartyCode;

/**
 * A party's last word on the ratification of an agreement.
 *
 * @param body the body of the party that gave it; null if none is named
 * @param vote the slug of the vote that it rests on; null if none is named
 */
public record RatificationVote(
        PartyCode party,
        @Nullable PartyCode body,
        @Nullable ShortName vote) {

    /**
     * The words of these actors: a body that is no party itself speaks for the party that it belonged to.
     *
     * @param onBehalfOf for each actor, the party that it belonged to, otherwise itself; null if none was a body
     */
    static List<RatificationVote> of(
            Parties agreement,
            Actors by,
            @Nullable Actors onBehalfOf,
            @Nullable PartyCode body,
            @Nullable ShortName vote) {
        List<RatificationVote> words = new ArrayList<>();
        for (int i = 0; i < by.list().size(); i++) {
            PartyCode actor = by.list().get(i).party();
            PartyCode whole =
                    onBehalfOf == null ? actor : onBehalfOf.list().get(i).party();
            words.add(
                    whole.equals(actor) || agreement.codes().contains(actor)
                            ? new RatificationVote(actor, body, vote)
                            : new RatificationVote(whole, actor, vote));
        }
        return words;
    }

    /** These words, without the earlier ones of the same parties, and with the new ones. */
    static List<RatificationVote> replaced(List<RatificationVote> before, List<RatificationVote> words) {
        List<RatificationVote> all = new ArrayList<>(without(before, words));
        all.addAll(words);
        return List.copyOf(all);
    }

    /** These words without those of the parties that spoke again. */
    static List<RatificationVote> without(List<RatificationVote> before, List<RatificationVote> words) {
        return before.stream()
                .filter(old -> words.stream().noneMatch(word -> word.party().equals(old.party())))
                .toList();
    }
}
