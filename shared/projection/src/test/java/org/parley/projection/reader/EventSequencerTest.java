package org.parley.projection.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.parley.contract.PublishedEvent;
import org.parley.projection.TestEvents;
import org.parley.projection.checkpoint.AppliedEventIds;
import org.parley.projection.checkpoint.AppliedPosition;
import org.parley.projection.checkpoint.CheckpointChanges;
import org.parley.projection.checkpoint.NegotiationStop;
import org.parley.projection.kafka.LedgerRecord;
import org.parley.projection.kafka.PartitionOffset;

/** How a gap ends: the partition contains the first event, the third, and then or never the second. */
class EventSequencerTest {
    private static final String NEGOTIATION = "alaska";
    private static final int PARTITION = 0;
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Instant NOW = Instant.parse("2025-08-18T12:00:00Z");

    @Test
    void missingEventArrivesWhilePartitionIsReread() {
        CheckpointChanges changes = process(rereading(), 3, record(1, 0), record(3, 1), record(2, 2));
        NegotiationStop after = changes.stops().get(NEGOTIATION);
        assertThat(after.phase())
                .as("the third event was dropped before the second one came, and has to be read once more")
                .isEqualTo(NegotiationStop.Phase.CAME);
        assertThat(after.offset()).as("the first dropped record").isEqualTo(1);
        assertThat(after.isStopped()).isFalse();
    }

    @Test
    void rereadingFindsNothing() {
        CheckpointChanges changes = process(rereading(), 2, record(1, 0), record(3, 1));
        NegotiationStop after = changes.stops().get(NEGOTIATION);
        assertThat(after.isStopped()).isTrue();
        assertThat(after.position()).isEqualTo(2);
    }

    @Test
    void rereadingGoesOnToTheEnd() {
        CheckpointChanges changes = process(rereading(), 1, record(1, 0));
        assertThat(changes.stops()).isEmpty();
        assertThat(changes.resumed()).isEmpty();
    }

    @Test
    void missingEventArrivesAfterReread() {
        NegotiationStop stopped = rereading().stopped(2);
        CheckpointChanges changes = process(stopped, 3, record(2, 2));
        assertThat(changes.stops().get(NEGOTIATION).phase()).isEqualTo(NegotiationStop.Phase.CAME);
    }

    /** The stop of the third event, in the partition that is being reread up to it. */
    private static NegotiationStop rereading() {
        NegotiationStop waiting = NegotiationStop.gap(record(3, 1), 3, 2, NOW, PATIENCE);
        return new NegotiationStop(
                waiting.negotiation(),
                waiting.cause(),
                NegotiationStop.Phase.REREADING,
                waiting.position(),
                waiting.developmentId(),
                waiting.reason(),
                waiting.since(),
                waiting.due(),
                waiting.partition(),
                waiting.offset(),
                waiting.seen(),
                2);
    }

    /** Processes records after the first event was applied, up to this offset of the partition. */
    private static CheckpointChanges process(NegotiationStop stop, long reached, LedgerRecord.Event... records) {
        AppliedPosition first = new AppliedPosition(1, event(1).developmentId());
        EventSequencer sequencer = new EventSequencer(
                Map.of(NEGOTIATION, first), Map.of(NEGOTIATION, stop), new AppliedEventIds(), NOW, PATIENCE);
        for (LedgerRecord.Event each : records) {
            sequencer.process(each);
        }
        return sequencer.changes(sequencer.accepted(), Map.of(PARTITION, PartitionOffset.at(reached)));
    }

    private static LedgerRecord.Event record(long position, long offset) {
        return new LedgerRecord.Event(PARTITION, offset, event(position), offset);
    }

    private static PublishedEvent event(long position) {
        return TestEvents.event(NEGOTIATION, position);
    }
}
