package org.parley.projection;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.parley.contract.DevelopmentJson;
import org.parley.contract.EventTypeName;
import org.parley.contract.PublishedEvent;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.Event;
import org.parley.domain.matter.MatterAddress;
import org.parley.domain.negotiation.NegotiationEvent;

/** Test events, in the form that the ledger publishes. */
public final class TestEvents {
    private static final Instant BEGIN = Instant.parse("2025-08-15T18:30:00.123456Z");

    private TestEvents() {}

    /** The event at a position; the same for the same arguments. */
    public static PublishedEvent event(String negotiation, long position) {
        return event(
                negotiation,
                position,
                id(negotiation + position),
                "talks, part %d; %s".formatted(position, "adjourned without a date ".repeat(16)));
    }

    /** Another event at the same position. */
    public static PublishedEvent other(String negotiation, long position) {
        return event(negotiation, position, id("other " + negotiation + position), "another reason");
    }

    /** An event of a type that only a newer ledger knows. */
    public static PublishedEvent ofALaterLedger(String negotiation, long position) {
        PublishedEvent event = event(negotiation, position);
        return new PublishedEvent(
                        event.developmentId(),
                        new EventTypeName("MoonLanded", 1),
                        event.subject(),
                        position,
                        event.sequence(),
                        event.recordedAt(),
                        event.editor(),
                        event.correlationId(),
                        null,
                        event.occurred(),
                        event.data())
                .canonical();
    }

    public static List<PublishedEvent> events(String negotiation, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(position -> event(negotiation, position))
                .toList();
    }

    private static PublishedEvent event(String negotiation, long position, UUID id, String reason) {
        Event event = position == 1
                ? new NegotiationEvent.NegotiationOpened("Talks", null)
                : new NegotiationEvent.TalksSuspended(null, reason);
        return new PublishedEvent(
                        id,
                        EventTypeName.of(event),
                        MatterAddress.ofNegotiation(negotiation),
                        position,
                        1_000 + position,
                        BEGIN.plusSeconds(position),
                        "ilaria",
                        id.toString(),
                        null,
                        "2025-08-15",
                        DevelopmentJson.canonical(new Development(event, null, null, null, null, List.of())))
                .canonical();
    }

    public static UUID id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    }
}
