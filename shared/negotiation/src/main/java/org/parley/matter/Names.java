package org.parley.matter;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.party.Actor;
import org.parley.party.Actors;
import org.parley.party.Parties;
import org.parley.party.PartyCode;

/** How parties and matters are called in a sentence. */
public interface Names {
    /** The name of a party; its code when the name is not known. */
    String party(PartyCode code);

    /** The title of the matter that the sentence is about. */
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
     * What is known of the matter after the event that the sentence is about; empty where that is not known, and where the
     * sentence is about something that does not hold.
     */
    default <D extends Detail> Optional<D> known(Class<D> type) {
        return Optional.empty();
    }

    /** Parties called by their codes, the matter by its slug. */
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

    /** The actors, or these words where nobody is named. */
    default String all(@Nullable Actors actors, String nobody) {
        return actors == null ? nobody : all(actors);
    }

    /** The same of parties without persons. */
    default String parties(Parties parties) {
        return list(parties.stream().map(this::party).toList());
    }

    /** The matter's title in quotation marks. */
    default String title() {
        return "“" + matter() + "”";
    }

    /** A list in English. */
    static String list(List<String> names) {
        if (names.size() < 2) {
            return String.join("", names);
        }
        return names.stream().limit(names.size() - 1L).collect(Collectors.joining(", ")) + " and "
                + names.get(names.size() - 1);
    }

    /**
     * A text after what introduces it ({@code ": "}, {@code ", because "}); nothing when there is no text, or where texts
     * are left out for brevity.
     */
    default String tail(String introduction, @Nullable Object text) {
        if (text == null) {
            return "";
        }
        String words = text.toString().strip();
        return introduction + (words.endsWith(".") ? words.substring(0, words.length() - 1) : words);
    }
}
