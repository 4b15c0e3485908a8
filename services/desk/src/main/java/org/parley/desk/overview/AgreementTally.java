package org.parley.desk.overview;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationSummary.Group;
import org.parley.desk.client.NegotiationSummary.Tally;
import org.parley.desk.client.NegotiationView.Party;

/**
 * How many signed agreements have the same form, subject and status. A treaty of friendship is not counted among the
 * security agreements, and a declaration, which nobody signs with another, is not counted at all.
 *
 * @param form {@code BILATERAL} or {@code MULTILATERAL}
 * @param subject what they are about; null if that is not recorded
 * @param status the state they are in
 * @param disputed whether what that depends on is disputed
 * @param count the number of agreements
 * @param others the parties besides those of every one of them, by kind of party; empty for a single agreement, and where
 *     a kind is not known, as of a date before the negotiation opened
 */
record AgreementTally(
        String form, @Nullable String subject, String status, boolean disputed, int count, List<KindCount> others) {
    private static final List<String> FORMS = List.of("BILATERAL", "MULTILATERAL");

    /** The kinds of party that are counted by name; the rest are counted together, as {@code OTHER}. */
    private static final List<String> NAMED_KINDS = List.of("STATE", "UNION");

    private static final Comparator<AgreementTally> ORDER = Comparator.comparing(AgreementTally::form)
            .thenComparing(Comparator.comparingInt(AgreementTally::count).reversed())
            .thenComparing(tally -> Objects.requireNonNullElse(tally.subject(), "\uffff"))
            .thenComparing(AgreementTally::status);

    /** The number of parties of a kind. */
    record KindCount(String kind, int count) {}

    /** The tallies of the signed agreements of a group: the greatest first. */
    static List<AgreementTally> of(Group group, List<Party> parties) {
        String form = group.form();
        if (!group.kind().equals("agreement") || form == null || !FORMS.contains(form)) {
            return List.of();
        }
        Map<String, String> kinds =
                parties.stream().collect(Collectors.toMap(Party::party, Party::partyKind, (first, again) -> first));
        return group.tallies().stream()
                .filter(Tally::signed)
                .map(tally -> new AgreementTally(
                        form,
                        tally.subject(),
                        tally.status(),
                        tally.disputed(),
                        tally.count(),
                        others(tally.others() == null ? List.of() : tally.others(), kinds)))
                .sorted(ORDER)
                .toList();
    }

    private static List<KindCount> others(List<String> others, Map<String, String> kinds) {
        if (!kinds.keySet().containsAll(others)) {
            return List.of();
        }
        Map<String, Integer> byKind = new TreeMap<>();
        others.forEach(party -> byKind.merge(kind(kinds.getOrDefault(party, "")), 1, Integer::sum));
        return byKind.entrySet().stream()
                .map(each -> new KindCount(each.getKey(), each.getValue()))
                .toList();
    }

    private static String kind(String partyKind) {
        return NAMED_KINDS.contains(partyKind) ? partyKind : "OTHER";
    }
}
