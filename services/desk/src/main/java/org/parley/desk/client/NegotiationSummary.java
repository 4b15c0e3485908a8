package org.parley.desk.client;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.NegotiationView.Party;
import org.parley.desk.client.NegotiationView.Position;

/**
 * A negotiation at a glance as the archive returns it: its size does not depend on the number of matters.
 *
 * @param groups the matters by kind and form of agreement, with the first of each
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record NegotiationSummary(
        String negotiation,
        String title,
        String status,
        boolean disputed,
        boolean held,
        long through,
        List<Party> parties,
        List<Position> positions,
        List<Group> groups) {

    /** The matters of a kind; of agreements those of a form, which is null for those that have none yet. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Group(
            String kind, @Nullable String form, int total, List<Tally> tallies, List<ListedMatter> matters) {}

    /**
     * The number of matters with the same state and marks.
     *
     * @param signed whether these agreements are signed
     * @param breached whether a breach of these agreements is recorded
     * @param others for several agreements, the parties besides those of every one of them; null for other matters
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Tally(
            String status,
            boolean disputed,
            boolean held,
            boolean signed,
            boolean breached,
            @Nullable String subject,
            int count,
            @Nullable List<String> others) {}

    /** A matter and its state, with the development that happened last. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ListedMatter(
            String kind,
            String matter,
            String title,
            String status,
            @Nullable String since,
            boolean possible,
            boolean disputed,
            boolean held,
            Map<String, Object> detail,
            @Nullable LastDevelopment last) {

        /** Its address within the negotiation, {@code kind/slug}. */
        public String reference() {
            return kind + "/" + matter;
        }

        /** The sources of its last development; null without any. */
        public TrailEntryView.@Nullable Evidence evidence() {
            return last == null ? null : last.evidence();
        }
    }

    /** The development of a matter that happened last. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record LastDevelopment(String developmentId, TrailEntryView.@Nullable Evidence evidence) {}

    /**
     * A page of matters.
     *
     * @param total the number of all that match
     * @param next how many matters come before the next page; null on the last page
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record MatterPage(
            int total, List<ListedMatter> matters, @Nullable Integer next) {}

    /** What needs a look, of which the first are listed. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record AlertPage(int total, List<Alert> alerts) {}

    /**
     * A date that passed without the development expected by then, or is to come.
     *
     * @param alert the reason, such as {@code CEASEFIRE_END}
     * @param days the days since the date; negative for one to come
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Alert(
            String alert,
            String kind,
            String matter,
            String title,
            @Nullable String commitment,
            @Nullable String date,
            boolean overdue,
            @Nullable Integer days,
            String developmentId) {

        /** The address of its matter within the negotiation, {@code kind/slug}. */
        public String reference() {
            return kind + "/" + matter;
        }

        /** Whether the end of its term has passed and no end is recorded. */
        public boolean isPastEnd() {
            return overdue && alert.endsWith("_END");
        }
    }

    /** The number of all matters. */
    public int total() {
        return groups.stream().mapToInt(Group::total).sum();
    }

    /** The names of the parties by party code. */
    public Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        parties.forEach(party -> names.put(party.party(), party.name()));
        return names;
    }
}
