package org.parley.matter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.party.Actor;
import org.parley.party.Actors;
import org.parley.party.Parties;
import org.parley.party.PartyCode;

/** The names of parties and of the matter in a sentence. */
public interface Names {
    /** The name of a party; its code if no name is known. */
    String party(PartyCode code);

    /** The title of the matter. */
    String matter();

    /** How a party is called in its own admission, which recorded this name. */
    default String admitted(PartyCode code, String recorded) {
        return recorded;
    }

    /** Whether an admission that is said with this name gives a party that was there another name. */
    default boolean isRenamed(PartyCode code, String name) {
        return false;
    }

    /**
     * The detail of the matter after the event of the sentence; empty if it is not known or the event is not effective.
     */
    default <D extends Detail> Optional<D> known(Class<D> type) {
        return Optional.empty();
    }

    /** The codes of parties and the slug of a matter as their names. */
    static Names plain(MatterAddress address) {
        return new Names() {
            @Override
            public String party(PartyCode code) {
                return code.text();
            }

            @Override
            public String matter() {
                return address.slug();
            }
        };
    }

    /** {@code Russia (Vladimir Putin)}. */
    default String actor(Actor actor) {
        String name = party(actor.party());
        return actor.person() == null || actor.person().equals(name) ? name : name + " (" + actor.person() + ")";
    }

    /** {@code Russia, Ukraine and the United States}. */
    default String all(Actors actors) {
        return list(actors.stream().map(this::actor).toList());
    }

    /** The actors, or {@code nobody} if there are none. */
    default String all(@Nullable Actors actors, String nobody) {
        return actors == null ? nobody : all(actors);
    }

    /** Parties without persons, as a list. */
    default String parties(Parties parties) {
        return list(parties.stream().map(this::party).toList());
    }

    /** The title of the matter in quotation marks. */
    default String title() {
        return "“" + matter() + "”";
    }

    /** An enumeration in English. */
    static String list(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + " and "
                + names.get(names.size() - 1);
    }

    /**
     * A free text with what introduces it ({@code ": "}, {@code ", because "}); empty if there is no text or the
     * sentence leaves texts out.
     */
    default String tail(String introduction, @Nullable Object text) {
        if (text == null) {
            return "";
        }
        String content = text.toString().strip();
        return introduction + (content.endsWith(".") ? content.substring(0, content.length() - 1) : content);
    }
}
