package org.parley.domain.party;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The actors of a development, in the order given: 1 to {@value #MAX}. */
public record Actors(List<Actor> list) {
    /** The greatest number of actors. */
    public static final int MAX = 250;

    public Actors {
        if (list.isEmpty() || list.size() > MAX) {
            throw new IllegalArgumentException("1 to " + MAX + " parties can be named, not " + list.size());
        }
        list = List.copyOf(list);
    }

    /** The parties with these codes, without persons. */
    public static Actors of(String... codes) {
        return new Actors(Stream.of(codes).map(Actor::of).toList());
    }

    /** The parties named, each once. */
    public Parties parties() {
        return Parties.of(this);
    }

    /** These actors without those of some parties; empty if nobody is left. */
    public Optional<Actors> without(Parties parties) {
        List<Actor> others = list.stream()
                .filter(actor -> !parties.codes().contains(actor.party()))
                .toList();
        return others.isEmpty() ? Optional.empty() : Optional.of(new Actors(others));
    }

    public Stream<Actor> stream() {
        return list.stream();
    }
}
