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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationSummary.Alert;
import org.parley.desk.client.NegotiationSummary.ListedMatter;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.client.TrailEntryView.Evidence;
import org.parley.desk.overview.Claim.Chip;
import org.parley.desk.page.PageLinks;
import org.parley.desk.page.PageMessages;
import org.parley.desk.page.StatusScale;
import org.springframework.util.StringUtils;

/** Says in two to four sentences where a negotiation stands: what was refused last, is in force, is proposed, is due. */
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
        return Stream.of(briefing.refused(), briefing.inForce(), briefing.proposed(), briefing.due())
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Claim> refused() {
        List<ListedMatter> last = lastOf(facts.refused());
        if (last.isEmpty()) {
            return Optional.empty();
        }
        Set<String> who = new LinkedHashSet<>(refusing(last.getFirst()));
        boolean isOneVoice = last.stream().allMatch(matter -> who.equals(new LinkedHashSet<>(refusing(matter))));
        String sentence = isOneVoice && !who.isEmpty()
                ? words.of(
                        who.size() == 1 ? "briefing.refused.one" : "briefing.refused.many",
                        names(who),
                        tokens(last),
                        when(last.getFirst().since()))
                : words.of(
                        "briefing.refused", tokens(last), when(last.getFirst().since()), last.size());
        return Optional.of(claim(StatusScale.REFUSED, "briefing.label.refused", sentence, last));
    }

    private Optional<Claim> inForce() {
        List<ListedMatter> named = facts.inForce().stream().limit(NAMED_MAX).toList();
        List<ListedMatter> linked = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        boolean hasCeasefires =
                facts.summary().groups().stream().anyMatch(group -> group.kind().equals("ceasefire"));
        if (hasCeasefires && facts.ceasefiresInForce() == 0) {
            ListedMatter ended = facts.ceasefireEnded();
            if (ended == null) {
                sentences.add(words.of("briefing.noCeasefire"));
            } else {
                sentences.add(words.of("briefing.noCeasefire.since", SentencePart.token(0), when(ended.since())));
                linked.add(ended);
            }
        }
        if (!named.isEmpty()) {
            int more = facts.inForceCount() - named.size();
            String list = tokens(named, linked.size());
            sentences.add(
                    more > 0 ? words.of("briefing.inForce.more", list, more) : words.of("briefing.inForce", list));
            linked.addAll(named);
        }
        return sentences.isEmpty()
                ? Optional.empty()
                : Optional.of(claim(
                        named.isEmpty() ? StatusScale.OVER : StatusScale.IN_FORCE,
                        "briefing.label.inForce",
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
        String when = when(last.getFirst().since());
        String sentence = who.isEmpty()
                ? words.of("briefing.proposed", tokens(together), when, together.size())
                : words.of(
                        who.size() == 1 ? "briefing.proposed.one" : "briefing.proposed.many",
                        names(who),
                        tokens(together),
                        when);
        int more = facts.proposedCount() - together.size();
        return Optional.of(claim(
                StatusScale.OPEN,
                "briefing.label.proposed",
                more > 0 ? sentence + " " + words.of("briefing.proposed.more", more) : sentence,
                together));
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
                    return new Claim(
                            StatusScale.DUE,
                            words.of(alert.overdue() ? "briefing.label.overdue" : "briefing.label.due"),
                            sentence(alert, here, words),
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

    private String tokens(List<ListedMatter> matters) {
        return tokens(matters, 0);
    }

    private String tokens(List<ListedMatter> matters, int from) {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < matters.size(); i++) {
            tokens.add(SentencePart.token(from + i));
        }
        return join(tokens);
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
