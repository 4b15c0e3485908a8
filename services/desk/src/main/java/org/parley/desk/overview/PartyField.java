package org.parley.desk.overview;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationSummary.ListedMatter;
import org.parley.desk.page.DetailFormatter;

/**
 * A field of a matter's detail that names parties: who proposed it, who refused it.
 *
 * @param label the field in words
 * @param parties codes, those that are shown
 * @param hidden the number of the others
 */
record PartyField(String label, List<String> parties, int hidden) {
    /** More would fill a row with marks. */
    private static final int PARTIES_MAX = 6;

    /** Who did what, what a reader asks for first. */
    private static final List<String> FIELDS = List.of(
            "by",
            "claimedBy",
            "declaredBy",
            "rejectedBy",
            "declinedBy",
            "refusedBy",
            "vetoedBy",
            "acceptedBy",
            "conditionalBy",
            "confirmedBy",
            "contestedBy",
            "concededBy",
            "endorsedBy",
            "objectedToBy",
            "ruledOutBy",
            "ratifiedBy",
            "leftBy",
            "suspendedBy",
            "endedBy",
            "between",
            "participants",
            "of",
            "against",
            "to",
            "consentOf",
            "guarantors",
            "body",
            "via");

    /**
     * The first fields of a matter that name parties.
     *
     * @param most how many fields
     */
    static List<PartyField> of(ListedMatter matter, int most, DetailFormatter detail) {
        List<PartyField> fields = new ArrayList<>();
        for (String name : FIELDS) {
            List<String> parties = parties(matter.detail().get(name));
            if (!parties.isEmpty() && fields.size() < most) {
                fields.add(new PartyField(
                        detail.label(matter.kind(), name),
                        parties.stream().limit(PARTIES_MAX).toList(),
                        Math.max(0, parties.size() - PARTIES_MAX)));
            }
        }
        return fields;
    }

    /** A list of codes, or of objects with a party, or one code. */
    private static List<String> parties(@Nullable Object value) {
        if (value instanceof String code) {
            return List.of(code);
        }
        return value instanceof List<?> list
                ? list.stream()
                        .map(item -> String.valueOf(item instanceof Map<?, ?> fields ? fields.get("party") : item))
                        .distinct()
                        .toList()
                : List.of();
    }
}
