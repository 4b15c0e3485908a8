package org.parley.acceptance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.parley.acceptance.check.Channel;
import org.parley.acceptance.check.Check;
import org.parley.acceptance.check.Findings;
import org.parley.acceptance.check.Seen;
import org.parley.acceptance.load.Load;
import org.parley.acceptance.load.Topic;
import org.parley.acceptance.running.Desk;
import org.parley.acceptance.running.Export;
import org.parley.acceptance.running.Projections;

/** Checks that all outputs are consistent with the acknowledged commands and with each other. */
final class Agreement {
    private static final Duration CAUGHT_UP_WITHIN = Duration.ofMinutes(3);

    private final Load load;
    private final Desk desk;
    private final Map<String, Object> subscriber;

    Agreement(Load load, Desk desk, Map<String, Object> subscriber) {
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
            for (Channel channel : load.followed(negotiation)) {
                all = all.and(Check.of(acknowledged, channel).whileGrowing());
            }
        }
        return all;
    }

    private void awaitFollowed(String negotiation, Map<String, Long> acknowledged) {
        await().atMost(CAUGHT_UP_WITHIN)
                .pollInterval(Duration.ofMillis(300))
                .until(() -> load.followed(negotiation).stream()
                        .allMatch(channel ->
                                Check.of(acknowledged, channel).lost().isEmpty()));
    }

    /** During a pause of the load: checks all outputs completely. */
    List<Result> ofEverything() {
        ofThoseWhoFollow();
        Topic topic = new Topic(subscriber);
        topic.readThrough();
        Map<String, String> live = states();
        new Projections(desk).rebuildStates();
        Map<String, String> rebuilt = states();
        return load.negotiations().stream()
                .map(negotiation -> {
                    Export export = Export.of(desk, negotiation);
                    Map<String, Long> acknowledged = load.book().acknowledged(negotiation);
                    Findings findings = Stream.of(
                                    load.followed(negotiation).stream(),
                                    Stream.of(topic.channel(negotiation), exported(export), trail(negotiation)))
                            .flatMap(channels -> channels)
                            .map(channel -> Check.of(acknowledged, channel))
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

    private static Channel exported(Export export) {
        return new Channel(
                export.negotiation() + " in the export",
                false,
                export.events().stream()
                        .map(event -> new Seen(
                                event.path("id").asString(),
                                event.path("position").asLong(),
                                Instant.parse(event.path("time").asString())))
                        .toList());
    }

    private Channel trail(String negotiation) {
        return new Channel(
                negotiation + " in the trail",
                false,
                desk.ndjson("/api/negotiations/" + negotiation + "/trail")
                        .map(entry -> new Seen(
                                entry.path("developmentId").asString(),
                                entry.path("position").asLong(),
                                Instant.parse(entry.path("recordedAt").asString())))
                        .toList());
    }
}
