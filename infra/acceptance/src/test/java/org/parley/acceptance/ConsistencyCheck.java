package org.parley.acceptance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.acceptance.check.ChannelCheck;
import org.parley.acceptance.check.Findings;
import org.parley.acceptance.check.ObservedEntry;
import org.parley.acceptance.check.OutputChannel;
import org.parley.acceptance.environment.DeskClient;
import org.parley.acceptance.environment.NegotiationExport;
import org.parley.acceptance.environment.Projections;
import org.parley.acceptance.load.LoadGenerator;
import org.parley.acceptance.load.TopicReader;

/** Checks that all outputs are consistent with the acknowledged commands and with each other. */
final class ConsistencyCheck {
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofMinutes(3);

    private final LoadGenerator load;
    private final DeskClient desk;
    private final Map<String, Object> subscriber;

    ConsistencyCheck(LoadGenerator load, DeskClient desk, Map<String, Object> subscriber) {
        this.load = load;
        this.desk = desk;
        this.subscriber = subscriber;
    }

    /**
     * The findings of a negotiation, and the content hashes of its state: as read, as rebuilt, and as folded offline.
     */
    record Result(String negotiation, int acknowledged, Findings findings, Set<String> hashes) {}

    /**
     * During the load: waits until all acknowledged developments have reached the followers, and checks what they
     * received.
     */
    Findings ofThoseWhoFollow() {
        Findings all = Findings.none();
        for (String negotiation : load.negotiations()) {
            Map<String, Long> acknowledged = load.book().acknowledged(negotiation);
            awaitFollowed(negotiation, acknowledged);
            for (OutputChannel channel : load.followed(negotiation)) {
                all = all.and(ChannelCheck.of(acknowledged, channel).whileGrowing());
            }
        }
        return all;
    }

    private void awaitFollowed(String negotiation, Map<String, Long> acknowledged) {
        await().atMost(CAUGHT_UP_WITHIN)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> load.followed(negotiation).stream()
                        .allMatch(channel ->
                                ChannelCheck.of(acknowledged, channel).lost().isEmpty()));
    }

    /** During a pause of the load: checks all outputs completely. */
    List<Result> ofEverything() {
        ofThoseWhoFollow();
        TopicReader topic = new TopicReader(subscriber);
        topic.readThrough();
        Map<String, String> live = states();
        new Projections(desk).rebuildStates();
        Map<String, String> rebuilt = states();
        return load.negotiations().stream()
                .map(negotiation -> {
                    NegotiationExport export = NegotiationExport.of(desk, negotiation);
                    Map<String, Long> acknowledged = load.book().acknowledged(negotiation);
                    Findings findings = Stream.of(
                                    load.followed(negotiation).stream(),
                                    Stream.of(topic.channel(negotiation), exported(export), trail(negotiation)))
                            .flatMap(channels -> channels)
                            .map(channel -> ChannelCheck.of(acknowledged, channel))
                            .reduce(Findings.none(), Findings::and);
                    return new Result(
                            negotiation,
                            acknowledged.size(),
                            findings,
                            Set.copyOf(
                                    List.of(live.get(negotiation), rebuilt.get(negotiation), export.verify()).stream()
                                            .distinct()
                                            .toList()));
                })
                .toList();
    }

    private Map<String, String> states() {
        Map<String, String> hashes = new HashMap<>();
        load.negotiations()
                .forEach(negotiation -> hashes.put(
                        negotiation,
                        desk.json("/api/negotiations/" + negotiation)
                                .path("contentHash")
                                .asString()));
        return hashes;
    }

    private static OutputChannel exported(NegotiationExport export) {
        return new OutputChannel(
                export.negotiation() + " in the export",
                false,
                export.events().stream()
                        .map(event -> new ObservedEntry(
                                event.path("id").asString(),
                                event.path("position").asLong(),
                                Instant.parse(event.path("time").asString())))
                        .toList());
    }

    private OutputChannel trail(String negotiation) {
        return new OutputChannel(
                negotiation + " in the trail",
                false,
                desk.ndjson("/api/negotiations/" + negotiation + "/trail")
                        .map(entry -> new ObservedEntry(
                                entry.path("developmentId").asString(),
                                entry.path("position").asLong(),
                                Instant.parse(entry.path("recordedAt").asString())))
                        .toList());
    }
}
