package org.parley.desk.proposal;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.desk.client.NegotiationView;
import org.parley.desk.page.AllowedCommands;
import org.parley.desk.proposal.KnownPersons.KnownPerson;
import org.parley.desk.proposal.MatterRelevance.Relevance;
import org.parley.desk.written.WebAddress;
import org.parley.desk.written.WrittenDate;
import org.parley.desk.written.WrittenDateReader;
import org.parley.domain.catalogue.DomainCatalogue;
import org.parley.domain.lifecycle.LifecycleRow;
import org.parley.domain.matter.MatterKind;

/**
 * Proposes what a sentence records. A command counts more if the sentence has more of its words, if it has words for the
 * kind of matter, if the matter's title has words of the sentence, and if the matter's state allows it.
 */
public final class Proposer {
    private static final int COMMANDS_MAX = 24;

    private static final double ALLOWED = 1.5;
    private static final double KIND = 1.2;
    private static final double KIND_WORDS_MAX = 1.6;
    private static final double NEW_MATTER = 1.6;
    private static final double NEW_NAME = 5;
    private static final double BEGUN_ALREADY = 2.2;
    private static final double VERBS_MAX = 3;

    /** A word so many characters after the beginning counts half. */
    private static final double FADING = 150;

    private final NegotiationView state;
    private final Dictionary dictionary = Dictionary.BUNDLED;
    private final ActorFinder actors;
    private final MatterRelevance matters;

    /**
     * A proposer.
     *
     * @param persons the persons who acted in the negotiation
     */
    public Proposer(NegotiationView state, List<KnownPerson> persons) {
        this.state = state;
        this.actors = new ActorFinder(state, persons, dictionary);
        this.matters = new MatterRelevance(state.matters());
    }

    /** The words of a sentence that speak for something, and how much they count. */
    private record Evidence(double weight, List<String> words) {}

    /**
     * The proposal for a sentence, an address or both. An address alone is read by the words of its path.
     *
     * @param now the present, in the zone of the editor
     */
    public Proposal propose(String text, ZonedDateTime now) {
        WebAddress address = WebAddress.find(text).orElse(null);
        String sentence = WebAddress.without(text).replaceAll("\\s+", " ").strip();
        String read = sentence.isEmpty() && address != null ? address.title() : sentence;
        SentenceWords words = SentenceWords.of(read);
        List<ProposedActor> named = actors.in(words);
        WrittenDate date = new WrittenDateReader(now).find(read).orElse(null);
        return new Proposal(
                sentence, read, words.words().isEmpty() ? List.of() : commands(words, named), named, date, address);
    }

    private List<ProposedCommand> commands(SentenceWords whole, List<ProposedActor> named) {
        SentenceWords sentence = whole.withoutQuotations();
        List<String> translated = dictionary.translated(whole);
        List<ProposedCommand> all = new ArrayList<>();
        boolean namesAKind = dictionary.kinds().values().stream()
                .anyMatch(expressions -> evidence(expressions, sentence, false).weight() > 0);
        for (MatterKind kind : MatterKind.values()) {
            Map<String, Evidence> verbs = new LinkedHashMap<>();
            commandsOf(kind).forEach(command -> {
                Evidence said = evidence(dictionary.verbs().getOrDefault(command, List.of()), sentence, true);
                if (said.weight() > 0) {
                    verbs.put(command, said);
                }
            });
            if (!verbs.isEmpty()) {
                all.addAll(
                        ofKind(kind, verbs, sentence, namesAKind, matters.of(kind.slug(), whole, translated, named)));
            }
        }
        all.sort(Comparator.comparingDouble(ProposedCommand::score).reversed());
        return all.subList(0, Math.min(COMMANDS_MAX, all.size()));
    }

    private List<ProposedCommand> ofKind(
            MatterKind kind,
            Map<String, Evidence> verbs,
            SentenceWords sentence,
            boolean namesAKind,
            List<Relevance> relevant) {
        String slug = kind.slug();
        Evidence kindWords = evidence(dictionary.kinds().getOrDefault(slug, List.of()), sentence, false);
        double kindScore = KIND * Math.min(KIND_WORDS_MAX, kindWords.weight());
        List<ProposedCommand> all = new ArrayList<>();
        if (kind == MatterKind.NEGOTIATION) {
            Set<String> allowed = Set.copyOf(AllowedCommands.inState(slug, state.status()));
            verbs.forEach((command, said) -> all.add(new ProposedCommand(
                    command, slug, null, allowed.contains(command), said.weight() / 2, said.words())));
            return all;
        }
        boolean namesNew = sentence.hasQuotation() && relevant.stream().noneMatch(Relevance::isWhole);
        Set<String> beginnings = Set.copyOf(AllowedCommands.inState(slug, null));
        // A refused exchange is no refused ceasefire.
        boolean isOfAnotherKind = namesAKind && kindWords.weight() == 0;
        for (Relevance relevance : relevant) {
            if (isOfAnotherKind && !relevance.isNamed()) {
                continue;
            }
            Set<String> allowed = new HashSet<>(
                    AllowedCommands.inState(slug, relevance.matter().status()));
            verbs.forEach((command, said) -> all.add(new ProposedCommand(
                    command,
                    slug,
                    relevance.matter(),
                    allowed.contains(command),
                    score(said, kindScore)
                            + relevance.score()
                            + (allowed.contains(command) ? ALLOWED : -ALLOWED)
                            - (beginnings.contains(command) && !relevance.isNamed() ? BEGUN_ALREADY : 0),
                    Stream.of(said.words(), relevance.words(), kindWords.words())
                            .flatMap(List::stream)
                            .distinct()
                            .toList())));
        }
        verbs.forEach((command, said) -> {
            if (beginnings.contains(command)) {
                all.add(new ProposedCommand(
                        command,
                        slug,
                        null,
                        true,
                        score(said, kindScore) + ALLOWED + (namesNew ? NEW_NAME : NEW_MATTER),
                        Stream.concat(said.words().stream(), kindWords.words().stream())
                                .distinct()
                                .toList()));
            }
        });
        return all;
    }

    private static double score(Evidence verbs, double kindScore) {
        return Math.min(VERBS_MAX, verbs.weight()) * 1.2 + kindScore;
    }

    /** A word early in the sentence counts more: what follows are circumstances. */
    private static double position(int start) {
        return 1 / (1 + start / FADING);
    }

    /** @param stated whether only what the sentence does not deny or refuse counts */
    private static Evidence evidence(List<Expression> expressions, SentenceWords sentence, boolean stated) {
        double weight = 0;
        List<String> words = new ArrayList<>();
        Set<Integer> counted = new HashSet<>();
        for (Expression expression : expressions.stream()
                .sorted(Comparator.comparingInt(Expression::weight).reversed())
                .toList()) {
            Expression.Place place = expression.all(sentence).stream()
                    .filter(each -> !stated || !Denial.isDenied(sentence, expression, each))
                    .findFirst()
                    .orElse(null);
            if (place != null && counted.add(place.start())) {
                double counts = position(place.start()) * expression.weight() / 10.0;
                weight += weight == 0 ? counts : counts / 4;
                words.add(sentence.part(place.start(), place.end()));
            }
        }
        return new Evidence(weight, words);
    }

    private static List<String> commandsOf(MatterKind kind) {
        return DomainCatalogue.type(kind).lifecycle().rows().stream()
                .map(LifecycleRow::commandName)
                .distinct()
                .toList();
    }
}
