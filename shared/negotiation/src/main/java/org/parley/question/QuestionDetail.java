package org.parley.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.matter.Detail;
import org.parley.party.PartyCode;

/**
 * The detail of a question's state: everything besides its status.
 *
 * @param settlement how it was decided, while it is
 * @param positions where each party and voice stands, in the order in which they first spoke
 */
public record QuestionDetail(Theme theme, @Nullable String settlement, List<Position> positions) implements Detail {

    /** Where this party stands, if it has said so. */
    public Optional<Position> of(PartyCode party) {
        return positions.stream().filter(p -> p.party().equals(party)).findFirst();
    }

    QuestionDetail with(Position latest) {
        List<Position> all = new ArrayList<>(positions);
        int place = 0;
        while (place < all.size() && !all.get(place).party().equals(latest.party())) {
            place++;
        }
        if (place < all.size()) {
            all.set(place, latest);
        } else {
            all.add(latest);
        }
        return new QuestionDetail(theme, settlement, List.copyOf(all));
    }

    QuestionDetail settled(@Nullable String how) {
        return new QuestionDetail(theme, how, positions);
    }
}
