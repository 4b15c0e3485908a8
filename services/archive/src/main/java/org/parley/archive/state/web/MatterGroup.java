package org.parley.archive.state.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.domain.agreement.AgreementDetail;
import org.parley.domain.agreement.AgreementForm;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import tools.jackson.databind.node.ObjectNode;

/**
 * Matters that are listed together: those of a kind, and of agreements those of a form.
 *
 * @param form the form of an agreement; null for other kinds, and for an agreement that has none yet
 */
record MatterGroup(MatterKind kind, @Nullable AgreementForm form) {
    private static final Comparator<MatterGroup> ORDER = Comparator.comparing(MatterGroup::kind)
            .thenComparing(MatterGroup::form, Comparator.nullsLast(Comparator.naturalOrder()));

    /**
     * What the matters of a group are counted by.
     *
     * @param subject the subject of an agreement; null for other kinds, and where it is not recorded
     */
    private record Tally(
            String status, boolean disputed, boolean held, boolean breached, @Nullable String subject) {
        private static final Comparator<Tally> ORDER = Comparator.comparing(Tally::status)
                .thenComparing(Tally::disputed)
                .thenComparing(Tally::held)
                .thenComparing(Tally::breached)
                .thenComparing(Tally::subject, Comparator.nullsLast(Comparator.naturalOrder()));

        static Tally of(MatterState state) {
            return state.detail() instanceof AgreementDetail agreement
                    ? new Tally(
                            state.status().name(),
                            state.disputed(),
                            state.held(),
                            !agreement.breaches().isEmpty(),
                            agreement.subject())
                    : new Tally(state.status().name(), state.disputed(), state.held(), false, null);
        }

        ObjectNode json(long count) {
            ObjectNode json = Json.MAPPER.createObjectNode();
            json.put("status", status);
            json.put("disputed", disputed);
            json.put("held", held);
            if (breached) {
                json.put("breached", true);
            }
            if (subject != null) {
                json.put("subject", subject);
            }
            json.put("count", count);
            return json;
        }
    }

    static MatterGroup of(MatterState state) {
        return new MatterGroup(
                state.address().kind(),
                state.detail() instanceof AgreementDetail agreement ? agreement.form() : null);
    }

    /** The groups of some matters, in the order of kinds and forms. */
    static Map<MatterGroup, List<MatterState>> of(Collection<MatterState> states) {
        return states.stream()
                .collect(Collectors.groupingBy(MatterGroup::of, () -> new TreeMap<>(ORDER), Collectors.toList()));
    }

    /** The group with the number of its matters by status. */
    ObjectNode json(List<MatterState> matters) {
        Map<Tally, Long> counts = matters.stream()
                .collect(Collectors.groupingBy(Tally::of, () -> new TreeMap<>(Tally.ORDER), Collectors.counting()));
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("kind", kind.slug());
        if (form != null) {
            json.put("form", form.name());
        }
        json.put("total", matters.size());
        var tallies = json.putArray("tallies");
        counts.forEach((tally, count) -> tallies.add(tally.json(count)));
        return json;
    }
}
