package org.parley.archive.projections;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.contract.Json;
import org.parley.contract.PublishedEvent;
import org.parley.projection.ProjectionStatus;
import org.parley.projection.SlowNegotiation;
import org.parley.projection.StoppedNegotiation;
import org.parley.projection.checkpoint.ForeignRecords;
import org.parley.projection.checkpoint.ForeignRecords.ForeignRecord;
import org.parley.projection.rebuild.HostStatus;
import org.parley.projection.rebuild.ProjectionBuild;
import org.parley.projection.rebuild.RebuildStatus;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes the status of a projection as JSON. */
final class ProjectionJson {
    private ProjectionJson() {}

    static ObjectNode of(HostStatus host) {
        ProjectionStatus reading = host.reading();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("name", reading.name());
        json.put("version", host.live().version());
        json.put("build", host.live().number());
        json.put("status", ProjectionState.of(host).name());
        json.set("progress", progress(reading.done(), reading.total(), reading.eventsPerSecond()));
        if (reading.lag() == ProjectionStatus.UNKNOWN) {
            json.putNull("lag");
        } else {
            json.put("lag", reading.lag());
        }
        json.set("stopped", stopped(reading.stopped()));
        json.set("slow", slow(reading.slow()));
        putError(json, reading.error());
        if (host.rebuild() != null) {
            json.set("rebuild", rebuild(host.rebuild()));
        }
        ArrayNode former = json.putArray("former");
        host.former().forEach(build -> former.add(of(build)));
        return json;
    }

    private static ObjectNode rebuild(RebuildStatus rebuild) {
        ObjectNode json = of(rebuild.build());
        ObjectNode progress = progress(rebuild.done(), rebuild.total(), rebuild.eventsPerSecond());
        if (rebuild.timeLeft() == null) {
            progress.putNull("secondsLeft");
        } else {
            progress.put("secondsLeft", rebuild.timeLeft().toSeconds());
        }
        json.set("progress", progress);
        json.set("stopped", stopped(rebuild.stopped()));
        putError(json, rebuild.error());
        return json;
    }

    private static ObjectNode of(ProjectionBuild build) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("build", build.number());
        json.put("version", build.version());
        json.put("phase", build.phase().name());
        json.put("since", PublishedEvent.time(build.since()));
        json.put("createdAt", PublishedEvent.time(build.createdAt()));
        if (build.comparison() != null) {
            json.set("comparison", Json.MAPPER.readTree(build.comparison()));
        }
        return json;
    }

    private static ObjectNode progress(long done, long total, double eventsPerSecond) {
        ObjectNode progress = Json.MAPPER.createObjectNode();
        progress.put("done", done);
        progress.put("total", total);
        progress.put("eventsPerSecond", Math.round(eventsPerSecond));
        return progress;
    }

    private static void putError(ObjectNode json, @Nullable String error) {
        if (error != null) {
            json.put("error", error);
        }
    }

    private static ArrayNode slow(List<SlowNegotiation> negotiations) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        for (SlowNegotiation slow : negotiations) {
            array.addObject()
                    .put("negotiation", slow.negotiation())
                    .put("position", slow.position())
                    .put("since", PublishedEvent.time(slow.since()));
        }
        return array;
    }

    /** The foreign records. */
    static ObjectNode of(ForeignRecords foreign) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("count", foreign.count());
        json.put("older", foreign.older());
        json.put("nothingSealed", foreign.isNothingSealed());
        ArrayNode latest = json.putArray("latest");
        for (ForeignRecord record : foreign.latest()) {
            ObjectNode one = latest.addObject();
            one.put("partition", record.partition());
            one.put("offset", record.offset());
            one.put("firstSeen", PublishedEvent.time(record.firstSeen()));
            one.put("reason", record.reason());
            if (record.negotiation() != null) {
                one.put("negotiation", record.negotiation());
                one.put("position", record.position());
                one.put("ahead", record.isAhead());
            }
        }
        return json;
    }

    private static ArrayNode stopped(List<StoppedNegotiation> negotiations) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        for (StoppedNegotiation stopped : negotiations) {
            ObjectNode json = array.addObject();
            json.put("negotiation", stopped.negotiation());
            json.put("position", stopped.position());
            if (stopped.developmentId() != null) {
                json.put("developmentId", stopped.developmentId().toString());
            }
            json.put("reason", stopped.reason());
            json.put("since", PublishedEvent.time(stopped.since()));
        }
        return array;
    }
}
