package org.parley.desk.overview;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationSummary.Alert;
import org.parley.desk.client.NegotiationSummary.ListedMatter;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.client.TrailEntryView.Evidence;
import org.parley.desk.client.TrailEntryView.Source;
import org.parley.desk.overview.Claim.Chip;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.parley.desk.page.StatusScale;
import org.parley.domain.evidence.Grade;
import org.springframework.util.StringUtils;

/**
 * Says in a few sentences where a negotiation stands: what was refused last, is in force, was agreed last, is proposed,
 * is due. What nobody has judged is said in the name of who reports it.
 */
final class Briefing {
    /** As many matters as one sentence names. */
    private static final int NAMED_MAX = 3;

    private static final int DAY_LENGTH = 10;

    private final StandingFacts facts;
    private final Map<String, String> names;
    private final PageLinks here;
    private final PageMessages words;

    private Briefing(StandingFacts facts, PageLinks here, PageMessages words) {
        this.facts = facts;
        this.names = facts.summary().names();
        this.here = here;
        this.words = words;
    }

    /** The sentences that the facts allow; none where nothing has happened yet. */
    static List<Claim> of(StandingFacts facts, PageLinks here, PageMessages words) {
        Briefing briefing = new Briefing(facts, here, words);
        return Stream.of(briefing.refused(), briefing.inForce(), briefing.agreed(), briefing.proposed(), briefing.due())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Claim> refused() {
        List<ListedMatter> last = lastOf(facts.refused());
        return last.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        claim(StatusScale.REFUSED, "briefing.label.refused", sentences(last, this::refused), last));
    }

    private String refused(List<ListedMatter> last, String tokens) {
        Set<String> who = new LinkedHashSet<>(refusing(last.getFirst()));
        boolean isOneVoice = last.stream().allMatch(matter -> who.equals(new LinkedHashSet<>(refusing(matter))));
        String when = when(last.getFirst().since());
        return isOneVoice && !who.isEmpty()
                ? words.of(who.size() == 1 ? "briefing.refused.one" : "briefing.refused.many", names(who), tokens, when)
                : words.of("briefing.refused", tokens, when, last.size());
    }

    private Optional<Claim> agreed() {
        List<ListedMatter> last = lastOf(facts.agreed());
        return last.isEmpty()
                ? Optional.empty()
                : Optional.of(claim(StatusScale.AGREED, "briefing.label.agreed", sentences(last, this::agreed), last));
    }

    private String agreed(List<ListedMatter> last, String tokens) {
        Set<String> who = new LinkedHashSet<>(texts(last.getFirst(), "between"));
        boolean isBetweenTwo = who.size() == 2
                && last.stream().allMatch(matter -> who.equals(new LinkedHashSet<>(texts(matter, "between"))));
        boolean isSigned = last.stream().allMatch(matter -> matter.status().equals("SIGNED"));
        String when = when(last.getFirst().since());
        return isBetweenTwo
                ? words.of(isSigned ? "briefing.signed.two" : "briefing.agreed.two", names(who), tokens, when)
                : words.of(isSigned ? "briefing.signed" : "briefing.agreed", tokens, when, last.size());
    }

    private Optional<Claim> inForce() {
        List<ListedMatter> named = facts.inForce().stream().limit(NAMED_MAX).toList();
        List<ListedMatter> linked = new ArrayList<>(named);
        List<String> sentences = new ArrayList<>();
        List<ListedMatter> judged =
                named.stream().filter(matter -> !isOnlyReported(matter)).toList();
        int more = facts.inForceCount() - named.size();
        if (!judged.isEmpty()) {
            String list = tokens(judged, named);
            sentences.add(
                    more > 0 ? words.of("briefing.inForce.more", list, more) : words.of("briefing.inForce", list));
        }
        named.stream()
                .filter(Briefing::isOnlyReported)
                .map(matter -> words.of("briefing.inForce.reported", reporter(matter), tokens(List.of(matter), named)))
                .forEach(sentences::add);
        if (judged.isEmpty() && more > 0) {
            sentences.add(words.of("briefing.inForce.others", more));
        }
        boolean hasCeasefires =
                facts.summary().groups().stream().anyMatch(group -> group.kind().equals("ceasefire"));
        if (hasCeasefires && facts.ceasefiresInForce() == 0) {
            ListedMatter ended = facts.ceasefireEnded();
            if (ended == null) {
                sentences.add(words.of("briefing.noCeasefire"));
            } else {
                sentences.add(
                        words.of("briefing.noCeasefire.since", SentencePart.token(linked.size()), when(ended.since())));
                linked.add(ended);
            }
        }
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(claim(
                        named.isEmpty() ? StatusScale.OVER : StatusScale.IN_FORCE,
                        named.isEmpty() ? "briefing.label.notInForce" : "briefing.label.inForce",
                        String.join(" ", sentences),
                        linked));
    }

    private Optional<Claim> proposed() {
        List<ListedMatter> last = lastOf(facts.proposed());
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Set<String> who = new LinkedHashSet<>(texts(last.getFirst(), "by"));
        List<ListedMatter> together = last.stream()
                .filter(matter -> who.equals(new LinkedHashSet<>(texts(matter, "by"))))
                .toList();
        String sentence = sentences(together, (matters, tokens) -> proposed(who, matters, tokens));
        int more = facts.proposedCount() - together.size();
        return Optional.of(claim(
                StatusScale.OPEN,
                "briefing.label.proposed",
                more > 0 ? sentence + " " + words.of("briefing.proposed.more", more) : sentence,
                together));
    }

    private String proposed(Set<String> who, List<ListedMatter> matters, String tokens) {
        String when = when(matters.getFirst().since());
        return who.isEmpty()
                ? words.of("briefing.proposed", tokens, when, matters.size())
                : words.of(
                        who.size() == 1 ? "briefing.proposed.one" : "briefing.proposed.many", names(who), tokens, when);
    }

    /**
     * A sentence about matters whose information is judged, and one for each that is only reported, with the name of
     * who reports it.
     *
     * @param sentence the sentence about some of the matters and their tokens
     */
    private String sentences(List<ListedMatter> matters, BiFunction<List<ListedMatter>, String, String> sentence) {
        List<ListedMatter> judged =
                matters.stream().filter(matter -> !isOnlyReported(matter)).toList();
        List<String> sentences = new ArrayList<>();
        if (!judged.isEmpty()) {
            sentences.add(sentence.apply(judged, tokens(judged, matters)));
        }
        matters.stream()
                .filter(Briefing::isOnlyReported)
                .map(List::of)
                .map(one -> words.of(
                        "briefing.reported", reporter(one.getFirst()), sentence.apply(one, tokens(one, matters))))
                .forEach(sentences::add);
        return String.join(" ", sentences);
    }

    /** Whether it is told as somebody's report: nobody has judged it, or it was judged to be no more than that. */
    private static boolean isOnlyReported(ListedMatter matter) {
        return isOnlyReported(matter.evidence());
    }

    private static boolean isOnlyReported(@Nullable Evidence evidence) {
        if (evidence == null || evidence.sources().isEmpty()) {
            return false;
        }
        Grade grade = evidence.grade() == null ? Grade.CANNOT_BE_JUDGED : new Grade(evidence.grade());
        return grade.equals(Grade.CANNOT_BE_JUDGED) || grade.isReportOnly();
    }

    private String reporter(ListedMatter matter) {
        return reporter(Objects.requireNonNull(matter.evidence()));
    }

    /** The publisher of the first source. */
    private String reporter(Evidence evidence) {
        List<String> publishers =
                evidence.sources().stream().map(Source::publisher).distinct().toList();
        return publishers.size() == 1 ? publishers.getFirst() : words.of("briefing.andOthers", publishers.getFirst());
    }

    /** The next date to come, or else the one that passed last. */
    private Optional<Claim> due() {
        return facts.alerts().alerts().stream()
                .filter(alert -> !alert.overdue())
                .findFirst()
                .or(() -> facts.alerts().alerts().stream().findFirst())
                .map(alert -> {
                    TrailEntryView entry = facts.entries().get(alert.developmentId());
                    List<Chip> chips = entry == null ? List.of() : chips(entry.evidence());
                    List<SentencePart> sentence = new ArrayList<>(sentence(alert, here, words));
                    if (entry != null && isOnlyReported(entry.evidence())) {
                        String who = reporter(Objects.requireNonNull(entry.evidence()));
                        sentence.add(new SentencePart(" " + words.of("briefing.due.reported", who), null));
                    }
                    return new Claim(
                            StatusScale.DUE,
                            words.of(alert.overdue() ? "briefing.label.overdue" : "briefing.label.due"),
                            sentence,
                            chips,
                            chips.size() > Claim.CHIPS_MAX ? here.entry(alert.developmentId()) : null);
                });
    }

    /** The sentence of an alert, in which its matter is a link. */
    static List<SentencePart> sentence(Alert alert, PageLinks here, PageMessages words) {
        String key = "alert." + alert.alert() + (alert.overdue() ? "" : ".coming");
        return SentencePart.split(
                words.of(key, SentencePart.token(0), words.date(alert.date())),
                List.of(new SentencePart(alert.title(), here.matter(alert.kind(), alert.matter()))));
    }

    private Claim claim(StatusScale step, String label, String sentence, List<ListedMatter> matters) {
        List<SentencePart> links = matters.stream()
                .map(matter -> new SentencePart(matter.title(), here.matter(matter.kind(), matter.matter())))
                .toList();
        List<Chip> chips = matters.stream()
                .flatMap(matter -> chips(matter.evidence()).stream().limit(1))
                .distinct()
                .toList();
        String more = chips.size() <= Claim.CHIPS_MAX
                ? null
                : here.matter(matters.getLast().kind(), matters.getLast().matter());
        return new Claim(
                step, words.of(label), SentencePart.split(StringUtils.capitalize(sentence), links), chips, more);
    }

    private static List<Chip> chips(@Nullable Evidence evidence) {
        return evidence == null
                ? List.of()
                : evidence.sources().stream()
                        .map(source -> new Chip(source, evidence.grade()))
                        .toList();
    }

    /** Those that moved on the same date as the first, which moved last. */
    private static List<ListedMatter> lastOf(List<ListedMatter> matters) {
        return matters.stream()
                .filter(matter ->
                        Objects.equals(matter.since(), matters.getFirst().since()))
                .limit(NAMED_MAX)
                .toList();
    }

    /** Who refused a matter, as its kind has it. */
    private static List<String> refusing(ListedMatter matter) {
        return switch (matter.kind()) {
            case "ceasefire" -> texts(matter, "rejectedBy");
            case "meeting" -> texts(matter, "declinedBy");
            case "demand", "agreement" -> texts(matter, "refusedBy");
            case "vote" -> texts(matter, "vetoedBy");
            default -> List.of();
        };
    }

    /** The parties in a field of the detail; a ratification names its party in an object. */
    private static List<String> texts(ListedMatter matter, String field) {
        return matter.detail().get(field) instanceof List<?> list
                ? list.stream()
                        .map(item -> String.valueOf(item instanceof Map<?, ?> fields ? fields.get("party") : item))
                        .toList()
                : List.of();
    }

    private String names(Collection<String> parties) {
        return join(
                parties.stream().map(party -> names.getOrDefault(party, party)).toList());
    }

    /** The tokens of some matters: their places among all that the sentence links. */
    private String tokens(List<ListedMatter> some, List<ListedMatter> linked) {
        return join(some.stream()
                .map(matter -> SentencePart.token(linked.indexOf(matter)))
                .toList());
    }

    private String join(List<String> texts) {
        return texts.size() < 2
                ? String.join("", texts)
                : words.of("briefing.and", String.join(", ", texts.subList(0, texts.size() - 1)), texts.getLast());
    }

    private String when(@Nullable String edtf) {
        if (edtf != null && edtf.length() == DAY_LENGTH) {
            return LocalDate.parse(edtf).equals(facts.today())
                    ? words.of("briefing.today")
                    : words.of("briefing.on", words.date(edtf));
        }
        return words.of("briefing.around", words.date(edtf));
    }
}
