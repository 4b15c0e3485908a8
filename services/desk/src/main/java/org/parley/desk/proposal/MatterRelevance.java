package org.parley.desk.proposal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.parley.desk.client.NegotiationView.Matter;

/** How much of each matter's title and short name a sentence has; a word that few matters have says more. */
final class MatterRelevance {
    /** So many matters of a kind are considered. */
    private static final int MATTERS_MAX = 40;

    private static final double WHOLE_TITLE = 5;
    private static final double SHARE = 3;
    private static final double RECENT = 0.6;
    private static final double PARTY = 0.5;
    private static final double RARITY_MAX = 2.5;
    private static final double NAMED = 0.6;

    private final List<Matter> matters;
    private final Map<Matter, Set<String>> titles = new HashMap<>();
    private final Map<String, Integer> frequency = new HashMap<>();

    /**
     * A matter and its score.
     *
     * @param words the words of the sentence that its title has
     * @param share how much of its title the sentence has, from 0 to 1
     * @param isWhole whether the sentence has its whole title
     */
    record Relevance(Matter matter, double score, List<String> words, double share, boolean isWhole) {
        /** Whether the sentence says enough of the title to mean this matter. */
        boolean isNamed() {
            return isWhole || share >= NAMED;
        }
    }

    MatterRelevance(List<Matter> matters) {
        this.matters = matters;
        for (Matter matter : matters) {
            Set<String> words =
                    new LinkedHashSet<>(SentenceWords.of(matter.title()).subjects());
            words.addAll(SentenceWords.of(matter.matter()).subjects());
            titles.put(matter, words);
            words.forEach(word -> frequency.merge(word, 1, Integer::sum));
        }
    }

    /** The matters of a kind, the most relevant first. */
    List<Relevance> of(String kind, SentenceWords sentence, Collection<String> translated, List<ProposedActor> actors) {
        Set<String> said = new LinkedHashSet<>(sentence.subjects());
        said.addAll(translated);
        String folded = " "
                + String.join(
                        " ",
                        sentence.words().stream().map(SentenceWords.Word::key).toList()) + " ";
        List<Matter> ofKind = matters.stream()
                .filter(matter -> matter.kind().equals(kind))
                .sorted(Comparator.comparing((Matter matter) -> Objects.requireNonNullElse(matter.since(), ""))
                        .reversed())
                .toList();
        List<Relevance> all = new ArrayList<>();
        for (int i = 0; i < ofKind.size(); i++) {
            double recent = RECENT * (ofKind.size() - i) / ofKind.size();
            all.add(relevance(ofKind.get(i), said, folded, actors, recent));
        }
        all.sort(Comparator.comparingDouble(Relevance::score).reversed());
        return all.subList(0, Math.min(MATTERS_MAX, all.size()));
    }

    private Relevance relevance(
            Matter matter, Set<String> said, String folded, List<ProposedActor> actors, double recent) {
        double matched = 0;
        double total = 0;
        List<String> words = new ArrayList<>();
        for (String word : titles.getOrDefault(matter, Set.of())) {
            double rarity = rarity(word);
            total += rarity;
            String same = said.stream()
                    .filter(other -> SentenceWords.isSameStem(word, other))
                    .findFirst()
                    .orElse("");
            if (!same.isEmpty()) {
                matched += rarity;
                words.add(same);
            }
        }
        String title = " "
                + String.join(
                        " ",
                        SentenceWords.of(matter.title()).words().stream()
                                .map(SentenceWords.Word::key)
                                .toList())
                + " ";
        double share = total == 0 ? 0 : matched / total;
        boolean isWhole = folded.contains(title);
        double score = recent
                + SHARE * share
                + Math.min(RARITY_MAX, matched) / 2
                + (isWhole ? WHOLE_TITLE + title.length() / 100.0 : 0)
                + PARTY
                        * actors.stream()
                                .filter(actor -> concerns(matter.detail(), actor.party()))
                                .limit(2)
                                .count();
        return new Relevance(matter, score, words, share, isWhole);
    }

    private double rarity(String word) {
        return Math.log(1 + (double) Math.max(1, matters.size()) / frequency.getOrDefault(word, 1)) / Math.log(10);
    }

    /** Whether a matter's detail names a party. */
    private static boolean concerns(Object value, String party) {
        return switch (value) {
            case Map<?, ?> fields ->
                fields.values().stream().anyMatch(field -> field != null && concerns(field, party));
            case List<?> items -> items.stream().anyMatch(item -> item != null && concerns(item, party));
            default -> value.equals(party);
        };
    }
}
