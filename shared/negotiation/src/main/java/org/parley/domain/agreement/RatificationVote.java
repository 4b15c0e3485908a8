package org.parley.domain.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.ShortName;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.party.PartyCode;

/**
 * The last word of a party, or of one of its bodies, on the ratification of an agreement.
 *
 * @param body the body of the party that gave it; null if none is named
 * @param vote the slug of the vote that it rests on; null if none is named
 */
public record RatificationVote(
        PartyCode party, @Nullable PartyCode body, @Nullable ShortName vote) {

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

    /** These words with the new ones, which replace the earlier ones of the same body or, without one, the same party. */
    static List<RatificationVote> replaced(List<RatificationVote> before, List<RatificationVote> words) {
        List<RatificationVote> all = new ArrayList<>(before);
        all.removeIf(old -> words.stream().anyMatch(word -> word.isOfSameSpeaker(old)));
        all.addAll(words);
        return List.copyOf(all);
    }

    /**
     * These words without those that the new ones, of the opposite meaning, take back: a body takes back only its own,
     * a party without a body named those of all its bodies.
     */
    static List<RatificationVote> without(List<RatificationVote> before, List<RatificationVote> words) {
        return before.stream()
                .filter(old -> words.stream().noneMatch(word -> word.takesBack(old)))
                .toList();
    }

    private boolean takesBack(RatificationVote earlier) {
        return body == null ? party.equals(earlier.party) : isOfSameSpeaker(earlier);
    }

    private boolean isOfSameSpeaker(RatificationVote other) {
        return party.equals(other.party) && Objects.equals(body, other.body);
    }
}
