package org.parley.stream;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.parley.contract.DevelopmentJson;
import org.parley.contract.PublishedEvent;
import org.parley.contract.TypeName;
import org.parley.matter.Development;
import org.parley.matter.Event;
import org.parley.matter.MatterAddress;
import org.parley.process.ProcessEvent;

/** Test events, in the form that the ledger publishes. */
final class Told {
    private static final Instant BEGIN = Instant.parse("2025-08-15T18:30:00.123456Z");

    private Told() {}

    /** The event at a position; the same for the same arguments. */
    static PublishedEvent event(String negotiation, long position) {
        return event(
                negotiation,
                position,
                id(negotiation + position),
                "talks, part %d; %s".formatted(position, "adjourned without a date ".repeat(16)));
    }

    /** Another event at the same position. */
    static PublishedEvent other(String negotiation, long position) {
        return event(negotiation, position, id("other " + negotiation + position), "another reason");
    }

    /** An event of a type that only a newer ledger knows. */
    static PublishedEvent ofALaterLedger(String negotiation, long position) {
        PublishedEvent event = event(negotiation, position);
        return new PublishedEvent(
                        event.developmentId(),
                        new TypeName("MoonLanded", 1),
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

    static List<PublishedEvent> events(String negotiation, long from, long to) {
        return LongStream.rangeClosed(from, to)
                .mapToObj(position -> event(negotiation, position))
                .toList();
    }

    private static PublishedEvent event(String negotiation, long position, UUID id, String reason) {
        Event event = position == 1
                ? new ProcessEvent.NegotiationOpened("Talks", null)
                : new ProcessEvent.TalksSuspended(null, reason);
        return new PublishedEvent(
                        id,
                        TypeName.of(event),
                        MatterAddress.ofNegotiation(negotiation),
                        position,
                        1_000 + position,
                        BEGIN.plusSeconds(position),
                        "ilaria",
                        id.toString(),
                        null,
                        "2025-08-15",
                        DevelopmentJson.bytes(new Development(event, null, null, null, null, List.of())))
                .canonical();
    }

    static UUID id(String of) {
        return UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
    }
}
