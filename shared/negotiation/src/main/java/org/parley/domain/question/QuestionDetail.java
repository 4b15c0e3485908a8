package org.parley.domain.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.party.PartyCode;

/**
 * The detail of a question's state: everything besides its status.
 *
 * @param settlement the settlement; null while the question is open
 * @param positions the positions of parties and voices, in the order of their first statements
 */
public record QuestionDetail(Theme theme, @Nullable String settlement, List<Position> positions)
        implements MatterDetail {

    /** The position of a party; empty if it has stated none. */
    public Optional<Position> of(PartyCode party) {
        return positions.stream().filter(p -> p.party().equals(party)).findFirst();
    }

    @Override
    public QuestionDetail withHeld(Set<UUID> heldDevelopments) {
        List<Position> marked = positions.stream()
                .map(position -> position.withHeld(heldDevelopments))
                .toList();
        return marked.equals(positions) ? this : new QuestionDetail(theme, settlement, marked);
    }

    QuestionDetail with(Position latest) {
        List<Position> all = new ArrayList<>(positions);
        int index = 0;
        while (index < all.size() && !all.get(index).party().equals(latest.party())) {
            index++;
        }
        if (index < all.size()) {
            all.set(index, latest);
        } else {
            all.add(latest);
        }
        return new QuestionDetail(theme, settlement, List.copyOf(all));
    }

    QuestionDetail settled(@Nullable String how) {
        return new QuestionDetail(theme, how, positions);
    }
}
