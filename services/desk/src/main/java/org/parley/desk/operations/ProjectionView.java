package org.parley.desk.operations;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.desk.page.StatusScale;
import tools.jackson.databind.JsonNode;

/**
 * A projection and its rebuild as shown to a chief.
 *
 * @param lag the number of events it is behind; null when unknown
 * @param error the error that it is retrying; null for none
 */
record ProjectionView(
        String name,
        long version,
        String status,
        Progress progress,
        @Nullable Long lag,
        List<Stopped> stopped,
        @Nullable String error,
        @Nullable Rebuild rebuild,
        List<Former> former) {

    /** The progress in events. */
    record Progress(long done, long total, long eventsPerSecond) {
        static Progress of(JsonNode json) {
            return new Progress(
                    json.path("done").asLong(),
                    json.path("total").asLong(),
                    json.path("eventsPerSecond").asLong());
        }

        /** The progress in percent, from 0 to 100. */
        public long percent() {
            return total == 0 ? 100 : Math.min(100, 100 * done / total);
        }
    }

    /** A negotiation whose projection stopped at an event that cannot be applied. */
    record Stopped(
            String negotiation, long position, @Nullable String developmentId, String reason) {}

    /**
     * A build in progress, or one that waits for a chief's decision.
     *
     * @param phase BUILDING, CANCELLED or DIFFERENT
     * @param comparison the differences from the rows of the current build; null before the comparison
     */
    record Rebuild(
            long build,
            String phase,
            Progress progress,
            @Nullable Long secondsLeft,
            @Nullable String comparison,
            @Nullable String error) {}

    /** A former build, which can be deleted. */
    record Former(long build, long version, Instant since) {}

    /** What the status looks like. */
    public StatusScale step() {
        return switch (status) {
            case "LIVE" -> StatusScale.IN_FORCE;
            case "STOPPED" -> StatusScale.BROKEN;
            default -> StatusScale.DUE;
        };
    }

    /** Whether a rebuild is running, so that the page refreshes. */
    public boolean isBusy() {
        return rebuild != null && rebuild.phase().equals("BUILDING");
    }

    static ProjectionView of(JsonNode json) {
        return new ProjectionView(
                json.path("name").asString(),
                json.path("version").asLong(),
                json.path("status").asString(),
                Progress.of(json.path("progress")),
                json.path("lag").isNumber() ? json.path("lag").asLong() : null,
                json.path("stopped")
                        .valueStream()
                        .map(one -> new Stopped(
                                one.path("negotiation").asString(),
                                one.path("position").asLong(),
                                text(one, "developmentId"),
                                one.path("reason").asString()))
                        .toList(),
                text(json, "error"),
                json.path("rebuild").isObject() ? rebuild(json.path("rebuild")) : null,
                json.path("former")
                        .valueStream()
                        .map(one -> new Former(
                                one.path("build").asLong(),
                                one.path("version").asLong(),
                                Instant.parse(one.path("since").asString())))
                        .toList());
    }

    private static Rebuild rebuild(JsonNode json) {
        JsonNode left = json.path("progress").path("secondsLeft");
        JsonNode comparison = json.path("comparison");
        return new Rebuild(
                json.path("build").asLong(),
                json.path("phase").asString(),
                Progress.of(json.path("progress")),
                left.isNumber() ? left.asLong() : null,
                comparison.isObject() ? comparison.toString() : null,
                text(json, "error"));
    }

    private static @Nullable String text(JsonNode json, String name) {
        return json.path(name).isString() ? json.path(name).asString() : null;
    }
}
