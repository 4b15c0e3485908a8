package org.parley.desk.proposal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.client.NegotiationView.Party;
import org.parley.desk.proposal.KnownPersons.KnownPerson;

/** Finds the parties that a sentence names: by their names in both languages, what reports call them, or a person. */
final class ActorFinder {
    private static final List<String> BY = List.of("by", "por");
    private static final int ALPHA_3 = 3;
    private static final Map<String, String> SPANISH_NAMES = spanishNames();

    private final Map<String, List<Expression>> names = new LinkedHashMap<>();
    private final Map<KnownPerson, List<Expression>> persons = new LinkedHashMap<>();

    ActorFinder(NegotiationView state, List<KnownPerson> known, Dictionary dictionary) {
        for (Party party : state.parties()) {
            List<Expression> all = new ArrayList<>();
            all.add(expression(party.name().replaceFirst("^the ", "")));
            if (party.party().length() >= 2) {
                all.add(expression(party.party()));
            }
            String spanish = SPANISH_NAMES.get(party.party());
            if (spanish != null) {
                all.add(expression(spanish));
            }
            all.addAll(dictionary.places().getOrDefault(party.party(), List.of()));
            names.put(party.party(), all);
        }
        known.forEach(person -> {
            String[] parts = person.person().strip().split("\\s+");
            List<Expression> all = new ArrayList<>(List.of(expression(person.person())));
            if (parts.length > 1 && parts[parts.length - 1].length() > 2) {
                all.add(expression(parts[parts.length - 1]));
            }
            persons.put(person, all);
        });
    }

    private static Expression expression(String name) {
        return Expression.of(SentenceWords.of(name).words().stream()
                .map(SentenceWords.Word::key)
                .reduce((one, other) -> one + " " + other)
                .orElse("?"));
    }

    /** The Spanish names of states by their three letters. */
    private static Map<String, String> spanishNames() {
        Map<String, String> names = new LinkedHashMap<>();
        Arrays.stream(Locale.getISOCountries()).map(code -> Locale.of("", code)).forEach(country -> {
            String code = country.getISO3Country();
            if (code.length() == ALPHA_3) {
                names.put(code, country.getDisplayCountry(Locale.of("es")));
            }
        });
        return names;
    }

    /** The parties in the order of the sentence, each once; who acts according to a passive sentence comes first. */
    List<ProposedActor> in(SentenceWords sentence) {
        List<ProposedActor> all = new ArrayList<>();
        persons.forEach((person, expressions) -> {
            Expression.Place place = first(expressions, sentence);
            if (place != null) {
                all.add(new ProposedActor(person.party(), person.person(), place.start(), place.end()));
            }
        });
        names.forEach((party, expressions) -> {
            Expression.Place place = first(expressions, sentence);
            if (place != null) {
                all.add(new ProposedActor(party, null, place.start(), place.end()));
            }
        });
        all.sort(Comparator.comparingInt(ProposedActor::start));
        List<ProposedActor> once = new ArrayList<>();
        for (ProposedActor actor : all) {
            boolean isKnown = once.stream().anyMatch(other -> other.party().equals(actor.party()));
            if (!isKnown) {
                once.add(person(actor, all));
            }
        }
        once.sort(Comparator.comparing(actor -> !followsBy(actor, sentence)));
        return once;
    }

    /** With the person who is named for the same party, if the party is named first. */
    private static ProposedActor person(ProposedActor actor, List<ProposedActor> all) {
        return all.stream()
                .filter(other -> other.party().equals(actor.party()) && other.person() != null)
                .findFirst()
                .map(other -> new ProposedActor(actor.party(), other.person(), actor.start(), actor.end()))
                .orElse(actor);
    }

    private static boolean followsBy(ProposedActor actor, SentenceWords sentence) {
        String before = "";
        for (SentenceWords.Word word : sentence.words()) {
            if (word.end() > actor.start()) {
                break;
            }
            before = word.key().equals("the")
                            || word.key().equals("el")
                            || word.key().equals("la")
                    ? before
                    : word.key();
        }
        return BY.contains(before);
    }

    private static Expression.@Nullable Place first(List<Expression> expressions, SentenceWords sentence) {
        return expressions.stream()
                .flatMap(expression -> expression.in(sentence).stream())
                .min(Comparator.comparingInt(Expression.Place::start))
                .orElse(null);
    }
}
