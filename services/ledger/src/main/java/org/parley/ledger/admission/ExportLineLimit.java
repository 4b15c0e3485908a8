package org.parley.ledger.admission;

import org.parley.contract.EventTypeName;
import org.parley.contract.PublishedEvent;
import org.parley.contract.proof.TrailLine;
import org.parley.domain.decision.CommandRefusedException;
import org.parley.domain.decision.Refusal;
import org.parley.domain.matter.Development;
import org.parley.domain.time.Edtf;
import org.parley.ledger.store.EventMetadata;

/**
 * Limits the line that an event will be in the verifiable export. Its position and global number are counted at their
 * widest: the number is assigned later, and a dry run gives the same answer as the command.
 */
public final class ExportLineLimit {
    /** The widest position that is a plain number in canonical JSON. */
    private static final long WIDEST_POSITION = 999_999_999_999_999L;

    /** Shorter data leaves room for every attribute and for numbers that are longer in canonical JSON. */
    private static final int SURELY_SHORT = TrailLine.BYTES_MAX / 2;

    private ExportLineLimit() {}

    /**
     * Requires that the line of an event is not too long.
     *
     * @param json the development as JSON in UTF-8
     * @throws CommandRefusedException if it is
     */
    public static void require(EventMetadata metadata, Development development, byte[] json) {
        if (json.length <= SURELY_SHORT) {
            return;
        }
        int bytes = TrailLine.of(widest(metadata, development, json)).length;
        if (bytes > TrailLine.BYTES_MAX) {
            throw new CommandRefusedException(new Refusal.TooLarge(bytes, TrailLine.BYTES_MAX));
        }
    }

    private static PublishedEvent widest(EventMetadata metadata, Development development, byte[] json) {
        Edtf occurred = development.occurred();
        return new PublishedEvent(
                        metadata.developmentId(),
                        EventTypeName.of(development.event()),
                        metadata.matter(),
                        WIDEST_POSITION,
                        Long.MAX_VALUE,
                        metadata.recordedAt(),
                        metadata.editor(),
                        metadata.correlationId(),
                        metadata.causationId(),
                        occurred == null ? null : occurred.text(),
                        json,
                        null,
                        metadata.continued())
                .canonical();
    }
}
