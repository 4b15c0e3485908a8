package org.parley.desk.overview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationView.Matter;
import org.parley.desk.client.NegotiationView.Party;

/**
 * How many signed agreements have the same form, subject and status. A treaty of friendship is not counted among the
 * security agreements, and a declaration, which nobody signs with another, is not counted at all.
 *
 * @param form {@code BILATERAL} or {@code MULTILATERAL}
 * @param subject what they are about; null if that is not recorded
 * @param status the state they are in
 * @param count the number of agreements
 * @param others the parties besides those of every one of them, by kind of party; empty for a single agreement, and where
 *     a kind is not known, as of a date before the negotiation opened
 */
record AgreementTally(String form, @Nullable String subject, String status, int count, List<KindCount> others) {
    private static final List<String> FORMS = List.of("BILATERAL", "MULTILATERAL");

    /** The kinds of party that are counted by name; the rest are counted together, as {@code OTHER}. */
    private static final List<String> NAMED_KINDS = List.of("STATE", "UNION");

    private static final Comparator<AgreementTally> ORDER = Comparator.comparing(AgreementTally::form)
            .thenComparing(Comparator.comparingInt(AgreementTally::count).reversed())
            .thenComparing(tally -> Objects.requireNonNullElse(tally.subject(), "\uffff"))
            .thenComparing(AgreementTally::status);

    /** What agreements are counted by. */
    private record Key(String form, @Nullable String subject, String status) {}

    /** The number of parties of a kind. */
    record KindCount(String kind, int count) {}

    /** The tallies of signed agreements: by form, the greatest first. */
    static List<AgreementTally> of(List<Matter> agreements, List<Party> parties) {
        Map<String, String> kinds = parties.stream().collect(Collectors.toMap(Party::party, Party::partyKind));
        Map<Key, List<Matter>> counted = new LinkedHashMap<>();
        for (Matter agreement : agreements) {
            Map<String, Object> detail = agreement.detail();
            if (detail.get("form") instanceof String form && FORMS.contains(form) && detail.get("signed") != null) {
                Key key = new Key(form, (String) detail.get("subject"), agreement.status());
                counted.computeIfAbsent(key, ignored -> new ArrayList<>()).add(agreement);
            }
        }
        return counted.entrySet().stream()
                .map(each -> new AgreementTally(
                        each.getKey().form(),
                        each.getKey().subject(),
                        each.getKey().status(),
                        each.getValue().size(),
                        others(each.getValue(), kinds)))
                .sorted(ORDER)
                .toList();
    }

    private static List<KindCount> others(List<Matter> agreements, Map<String, String> kinds) {
        if (agreements.size() == 1) {
            return List.of();
        }
        Set<String> all = new HashSet<>();
        Set<String> common = new HashSet<>(parties(agreements.getFirst()));
        for (Matter agreement : agreements) {
            all.addAll(parties(agreement));
            common.retainAll(parties(agreement));
        }
        all.removeAll(common);
        if (!kinds.keySet().containsAll(all)) {
            return List.of();
        }
        Map<String, Integer> byKind = new TreeMap<>();
        all.forEach(party -> byKind.merge(kind(kinds.getOrDefault(party, "")), 1, Integer::sum));
        return byKind.entrySet().stream()
                .map(each -> new KindCount(each.getKey(), each.getValue()))
                .toList();
    }

    private static String kind(String partyKind) {
        return NAMED_KINDS.contains(partyKind) ? partyKind : "OTHER";
    }

    private static List<String> parties(Matter agreement) {
        return agreement.detail().get("between") instanceof List<?> between
                ? between.stream().map(Object::toString).toList()
                : List.of();
    }
}
