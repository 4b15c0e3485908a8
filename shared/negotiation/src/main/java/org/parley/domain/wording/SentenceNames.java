package org.parley.domain.wording;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.domain.language.Language;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.matter.MatterDetail;
import org.parley.domain.party.Actors;
import org.parley.domain.party.Parties;
import org.parley.domain.party.PartyCode;

/** The language of a sentence, and the names of parties and of the matter in it. */
public interface SentenceNames {
    /** The language of the sentence. */
    Language language();

    /** The name of a party; its code if no name is known. */
    String party(PartyCode code);

    /** The title of the matter. */
    String matter();

    /** The name of a party in the sentence of the admission that recorded this name. */
    default String admitted(PartyCode code, String recorded) {
        return recorded;
    }

    /** Whether the admission with this name renames a party that was already admitted. */
    default boolean isRenamed(PartyCode code, String name) {
        return false;
    }

    /**
     * The detail of the matter after the event of the sentence; empty if it is not known or the event is not effective.
     */
    default <D extends MatterDetail> Optional<D> detail(Class<D> type) {
        return Optional.empty();
    }

    /** In English, with the codes of parties and the slug of a matter as their names. */
    static SentenceNames ofCodes(MatterAddress address) {
        return new SentenceNames() {
            @Override
            public Language language() {
                return Language.ENGLISH;
            }

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

    /** {@code Russia (Vladimir Putin), Ukraine and the United States}. */
    default String actors(Actors actors) {
        return language().list(actorsByParty(actors));
    }

    /** The parties of the actors, each once, with all its persons: {@code the United States (A and B)}. */
    default List<String> actorsByParty(Actors actors) {
        return actors.parties().stream()
                .map(party -> withPersons(
                        party,
                        actors.stream()
                                .filter(actor -> actor.party().equals(party))
                                .flatMap(actor -> Stream.ofNullable(actor.person()))
                                .distinct()
                                .toList()))
                .toList();
    }

    private String withPersons(PartyCode party, List<String> persons) {
        String name = party(party);
        List<String> others = persons.stream()
                .filter(person -> !person.equals(name))
                .map(DirectionIsolate::of)
                .toList();
        return others.isEmpty() ? name : name + " (" + language().list(others) + ")";
    }

    /** The actors, or {@code nobody} if there are none. */
    default String actors(@Nullable Actors actors, String nobody) {
        return actors == null ? nobody : actors(actors);
    }

    /** Parties without persons, as a list. */
    default String parties(Parties parties) {
        return language().list(parties.stream().map(this::party).toList());
    }

    /** The title of the matter in quotation marks. */
    default String title() {
        return language().quoted(DirectionIsolate.of(matter()));
    }

    /** The objection of a guard, in the language of the sentence. */
    default Objection objection(String english, String spanish) {
        return new Objection(
                switch (language()) {
                    case ENGLISH -> english;
                    case SPANISH -> spanish;
                });
    }

    /**
     * A free text with its introduction ({@code ": "}, {@code ", because "}); empty if there is no text or the sentence
     * omits texts.
     */
    default String suffix(String introduction, @Nullable Object text) {
        if (text == null) {
            return "";
        }
        return introduction + DirectionIsolate.of(withoutFullStop(text.toString()));
    }

    /** A free text without outer spaces and without the full stop that the sentence gets itself. */
    static String withoutFullStop(String text) {
        String content = text.strip();
        return content.endsWith(".") ? content.substring(0, content.length() - 1) : content;
    }
}
