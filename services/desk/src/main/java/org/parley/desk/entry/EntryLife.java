package org.parley.desk.entry;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.parley.desk.client.TrailEntryView;
import org.parley.desk.page.PageMessages;
import org.parley.desk.page.StatusScale;
import tools.jackson.databind.JsonNode;

/** What became of an entry since it was recorded, in order. */
final class EntryLife {
    /** The icon, and the key of the message, of each type of editorial entry. */
    private record Look(String icon, String key) {}

    private static final Map<String, Look> LOOKS = Map.of(
            "DevelopmentCorrected", new Look("corr", "life.corrected"),
            "DevelopmentRetracted", new Look("out", "life.retracted"),
            "SourceAdded", new Look("plus", "life.sourceAdded"),
            "DevelopmentGraded", new Look("stand", "life.graded"),
            "DevelopmentDisputed", new Look("unsure", "life.disputed"),
            "DisputeResolved", new Look("yes", "life.disputeResolved"),
            "DevelopmentHeld", new Look("embargo", "life.held"),
            "DevelopmentReleased", new Look("clock", "life.released"));

    private EntryLife() {}

    /**
     * A step.
     *
     * @param icon the name of its icon
     * @param family the family of its colour; null for ink
     * @param text what happened to the entry, and by whom
     * @param reason why; empty without one
     * @param entry the editorial entry; null for the entry itself
     * @param recordedAt when; null for when it happened in the world
     * @param date the date in words, where there is no instant
     * @param isUndone whether it was retracted later
     */
    record Step(
            String icon,
            @Nullable String family,
            String text,
            String reason,
            @Nullable TrailEntryView entry,
            @Nullable Instant recordedAt,
            String date,
            boolean isUndone) {}

    /**
     * The steps.
     *
     * @param occurred the date as it counts now; null without one
     */
    static List<Step> of(TrailEntryView entry, @Nullable String occurred, PageMessages words) {
        List<Step> steps = new ArrayList<>();
        if (!entry.isEditorial()) {
            String key = Objects.equals(occurred, entry.occurred()) ? "life.occurred" : "life.occurredAsCorrected";
            steps.add(new Step("clock", null, words.of(key), "", null, null, words.date(occurred), false));
        }
        String late = words.lateness(entry.occurred(), entry.recordedAt());
        steps.add(new Step(
                "rows",
                null,
                words.of("life.recorded", entry.editor()),
                "",
                null,
                entry.recordedAt(),
                late == null ? "" : late,
                false));
        for (TrailEntryView later : Objects.requireNonNullElse(entry.said(), List.<TrailEntryView>of())) {
            Look look = LOOKS.getOrDefault(later.type(), new Look("rows", "life.recorded"));
            StatusScale scale = StatusScale.ofEvent(later.type());
            steps.add(new Step(
                    look.icon(),
                    scale == null ? null : scale.family(),
                    text(look.key(), later, entry, words),
                    later.reason(),
                    later,
                    later.recordedAt(),
                    "",
                    later.standing().equals("RETRACTED")));
        }
        return steps;
    }

    private static String text(String key, TrailEntryView later, TrailEntryView entry, PageMessages words) {
        String what = what(later, words);
        boolean isUntil = key.equals("life.held") && !what.isEmpty();
        String text = words.of(isUntil ? "life.heldUntil" : key, later.editor(), what);
        return entry.developmentId().equals(later.targets()) ? text : words.of("life.ofAnother", text);
    }

    /** The grade, the publisher or the outcome that an editorial entry gives. */
    private static String what(TrailEntryView later, PageMessages words) {
        JsonNode data = later.data();
        if (data == null) {
            return "";
        }
        return switch (later.type()) {
            case "SourceAdded" -> data.at("/source/publisher").asString("");
            case "DevelopmentGraded" -> data.path("grade").asString("");
            case "DisputeResolved" -> words.term(data.path("outcome").asString(null));
            case "DevelopmentHeld" ->
                data.path("until").isString() ? words.date(data.path("until").asString()) : "";
            default -> "";
        };
    }
}
