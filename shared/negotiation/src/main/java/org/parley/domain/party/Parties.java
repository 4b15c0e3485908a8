package org.parley.domain.party;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An immutable set of parties in insertion order. */
public record Parties(List<PartyCode> codes) {
    /** The empty set. */
    public static final Parties NONE = new Parties(List.of());

    public Parties {
        codes = List.copyOf(new LinkedHashSet<>(codes));
    }

    /** The parties of these actors; none when there are no actors. */
    public static Parties of(@Nullable Actors actors) {
        return actors == null
                ? NONE
                : new Parties(actors.stream().map(Actor::party).toList());
    }

    public Parties plus(@Nullable Actors actors) {
        return plus(of(actors));
    }

    public Parties plus(Parties others) {
        return new Parties(Stream.concat(codes.stream(), others.codes.stream()).toList());
    }

    public Parties minus(Parties others) {
        return new Parties(
                codes.stream().filter(code -> !others.codes.contains(code)).toList());
    }

    /** These parties without the voices. */
    public Parties without(Collection<PartyCode> voices) {
        return new Parties(codes.stream().filter(code -> !voices.contains(code)).toList());
    }

    public boolean containsAll(Parties others) {
        return Set.copyOf(codes).containsAll(others.codes);
    }

    public boolean isEmpty() {
        return codes.isEmpty();
    }

    public int size() {
        return codes.size();
    }

    public Stream<PartyCode> stream() {
        return codes.stream();
    }
}
