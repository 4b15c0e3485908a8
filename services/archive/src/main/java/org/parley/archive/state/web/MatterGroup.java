package org.parley.archive.state.web;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.domain.agreement.AgreementDetail;
import org.parley.domain.agreement.AgreementForm;
import org.parley.domain.matter.MatterKind;
import org.parley.domain.matter.MatterState;
import org.parley.domain.party.PartyCode;
import tools.jackson.databind.node.ArrayNode;
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
            String status,
            boolean disputed,
            boolean held,
            boolean signed,
            boolean breached,
            @Nullable String subject) {
        private static final Comparator<Tally> ORDER = Comparator.comparing(Tally::status)
                .thenComparing(Tally::disputed)
                .thenComparing(Tally::held)
                .thenComparing(Tally::signed)
                .thenComparing(Tally::breached)
                .thenComparing(Tally::subject, Comparator.nullsLast(Comparator.naturalOrder()));

        static Tally of(MatterState state) {
            return state.detail() instanceof AgreementDetail agreement
                    ? new Tally(
                            state.status().name(),
                            state.disputed(),
                            state.held(),
                            agreement.signed() != null,
                            !agreement.breaches().isEmpty(),
                            agreement.subject())
                    : new Tally(state.status().name(), state.disputed(), state.held(), false, false, null);
        }

        ObjectNode json(List<MatterState> matters) {
            ObjectNode json = Json.MAPPER.createObjectNode();
            json.put("status", status);
            json.put("disputed", disputed);
            json.put("held", held);
            json.put("signed", signed);
            json.put("breached", breached);
            if (subject != null) {
                json.put("subject", subject);
            }
            json.put("count", matters.size());
            if (matters.size() > 1 && matters.getFirst().detail() instanceof AgreementDetail) {
                ArrayNode others = json.putArray("others");
                others(matters).forEach(others::add);
            }
            return json;
        }

        /** The parties of some agreements besides those of every one of them. */
        private static Set<String> others(List<MatterState> agreements) {
            Set<String> all = new TreeSet<>();
            Set<String> common = new HashSet<>(parties(agreements.getFirst()));
            for (MatterState agreement : agreements) {
                all.addAll(parties(agreement));
                common.retainAll(parties(agreement));
            }
            all.removeAll(common);
            return all;
        }

        private static List<String> parties(MatterState agreement) {
            return ((AgreementDetail) agreement.detail())
                    .between().stream().map(PartyCode::text).toList();
        }
    }

    static MatterGroup of(MatterState state) {
        return new MatterGroup(
                state.address().kind(), state.detail() instanceof AgreementDetail agreement ? agreement.form() : null);
    }

    /** The groups of some matters, in the order of kinds and forms. */
    static Map<MatterGroup, List<MatterState>> of(Collection<MatterState> states) {
        return states.stream()
                .collect(Collectors.groupingBy(MatterGroup::of, () -> new TreeMap<>(ORDER), Collectors.toList()));
    }

    /** The group with the number of its matters by status. */
    ObjectNode json(List<MatterState> matters) {
        Map<Tally, List<MatterState>> alike = matters.stream()
                .collect(Collectors.groupingBy(Tally::of, () -> new TreeMap<>(Tally.ORDER), Collectors.toList()));
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("kind", kind.slug());
        if (form != null) {
            json.put("form", form.name());
        }
        json.put("total", matters.size());
        ArrayNode tallies = json.putArray("tallies");
        alike.forEach((tally, counted) -> tallies.add(tally.json(counted)));
        return json;
    }
}
