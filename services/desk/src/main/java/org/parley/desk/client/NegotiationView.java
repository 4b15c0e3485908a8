package org.parley.desk.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The state of a negotiation as the archive returns it. */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NegotiationView(
        String negotiation,
        String title,
        String status,
        @Nullable Boolean disputed,
        @Nullable Boolean held,
        long through,
        @Nullable String asOf,
        @Nullable String knownAt,
        List<Party> parties,
        List<Matter> matters,
        List<Position> positions,
        List<GuaranteePackage> packages,
        @Nullable String contentHash) {

    /**
     * What a negotiation, its parties and some of its matters are called.
     *
     * @param title the title of the negotiation
     * @param parties the names of all parties by their codes
     * @param matters the titles of the requested matters by their references, such as {@code ceasefire/alaska}
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Names(String title, Map<String, String> parties, Map<String, String> matters) {}

    /**
     * A difference between two states of a negotiation.
     *
     * @param before the matter before; null when there was none
     * @param after the matter after; null when there is none
     * @param because the ids of the developments that caused the difference
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Change(
            @Nullable String kind,
            @Nullable String matter,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            List<String> because) {}

    /** A party admitted to the negotiation. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Party(
            String party,
            String name,
            String partyKind,
            @Nullable String role,
            @Nullable String partOf,
            @Nullable String standing,
            boolean withdrawn) {

        /** Name and code, because two parties may have the same name. */
        public String displayName() {
            return name.equals(party) ? party : name + " (" + party + ")";
        }
    }

    /** A matter and its state; the detail's fields depend on the kind. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Matter(
            String kind,
            String matter,
            String title,
            String status,
            @Nullable String since,
            boolean possible,
            boolean disputed,
            boolean held,
            Map<String, Object> detail) {

        /** A matter of which only the address is known, shown under its slug. */
        public static Matter ofAddress(String kind, String matter) {
            return new Matter(kind, matter, matter, "", null, false, false, false, Map.of());
        }

        /** Its address within the negotiation, {@code kind/slug}. */
        public String reference() {
            return kind + "/" + matter;
        }
    }

    /**
     * A party's stance on a question and its last changes.
     *
     * @param voice whether the party only comments from outside
     * @param shifts the last changes, oldest first
     * @param shiftsCount the total number of changes
     * @param held true if the stance is under embargo; null otherwise
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Position(
            String question,
            String party,
            boolean voice,
            String stance,
            @Nullable String summary,
            @Nullable String since,
            List<Shift> shifts,
            @Nullable Integer shiftsCount,
            @Nullable String developmentId,
            @Nullable Boolean held) {

        public boolean isHeld() {
            return Boolean.TRUE.equals(held);
        }

        /** The number of changes before those in {@link #shifts}. */
        public int earlierShifts() {
            return shiftsCount == null ? 0 : shiftsCount - shifts.size();
        }
    }

    /**
     * A change of a stance.
     *
     * @param held true if it is under embargo; null otherwise
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Shift(
            String from,
            String to,
            @Nullable String occurred,
            String developmentId,
            @Nullable Boolean held) {

        public boolean isHeld() {
            return Boolean.TRUE.equals(held);
        }
    }

    /** Guarantees proposed together. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record GuaranteePackage(
            @com.fasterxml.jackson.annotation.JsonProperty("package")
            String slug,

            List<String> guarantees) {}

    /** Whether the negotiation's own state depends on a disputed development. */
    public boolean isDisputed() {
        return Boolean.TRUE.equals(disputed);
    }

    /** Whether the negotiation's own state depends on a development under embargo. */
    public boolean isHeld() {
        return Boolean.TRUE.equals(held);
    }

    /** The names of the parties by party code. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        parties.forEach(party -> names.put(party.party(), party.name()));
        return names;
    }

    /** The titles of the matters by reference, such as {@code ceasefire/alaska}. */
    public Map<String, String> titles() {
        Map<String, String> titles = new LinkedHashMap<>();
        matters.forEach(matter -> titles.put(matter.reference(), matter.title()));
        return titles;
    }

    /** What the commitments of a matter are about, by {@code commitment/} and their short names. */
    public Map<String, String> commitments(String kind, String slug) {
        Map<String, String> commitments = new LinkedHashMap<>();
        matters.stream()
                .filter(matter -> matter.reference().equals(kind + "/" + slug))
                .forEach(matter -> {
                    if (matter.detail().get("commitments") instanceof List<?> list) {
                        for (Object item : list) {
                            if (item instanceof Map<?, ?> fields) {
                                commitments.put(
                                        "commitment/" + fields.get("commitment"), String.valueOf(fields.get("what")));
                            }
                        }
                    }
                });
        return commitments;
    }

    /**
     * The matters whose detail refers to a matter: votes about it, meetings that touched it, the parts of an agreement,
     * and the agreements that a vote ratified or refused.
     */
    public List<Matter> referringTo(String reference) {
        return matters.stream()
                .filter(matter -> refers(matter.detail().get("about"), reference)
                        || isPartOfAgreement(matter, reference)
                        || isDecidedBy(matter.detail().get("ratifiedBy"), reference)
                        || isDecidedBy(matter.detail().get("refusedBy"), reference)
                        || matter.detail().get("outcomes") instanceof List<?> outcomes
                                && outcomes.stream()
                                        .anyMatch(outcome -> outcome instanceof Map<?, ?> fields
                                                && refers(fields.get("touches"), reference)))
                .toList();
    }

    /** A guarantee is part of a package, which is no matter. */
    private static boolean isPartOfAgreement(Matter matter, String reference) {
        return matter.kind().equals("agreement")
                && reference.equals("agreement/" + matter.detail().get("partOf"));
    }

    private static boolean isDecidedBy(@Nullable Object decisions, String reference) {
        return decisions instanceof List<?> list
                && list.stream()
                        .anyMatch(decision ->
                                decision instanceof Map<?, ?> fields && reference.equals("vote/" + fields.get("vote")));
    }

    private static boolean refers(@Nullable Object references, String reference) {
        return references instanceof List<?> list && list.contains(reference);
    }
}
