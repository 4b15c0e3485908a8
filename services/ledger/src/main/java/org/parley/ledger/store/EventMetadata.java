package org.parley.ledger.store;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.parley.domain.history.LedgerEntry;
import org.parley.domain.matter.Development;
import org.parley.domain.matter.MatterAddress;

/**
 * The metadata that the ledger adds to an event, as carried in the metadata of Axon's messages.
 *
 * @param developmentId the id that the client chose
 * @param matter the matter that the event belongs to
 * @param position its position in the negotiation's trail
 * @param recordedAt when it was recorded (UTC)
 * @param editor the user name of the editor
 * @param correlationId the correlation id
 * @param causationId the id of the cause, or null
 * @param commandHash the hash of the command
 * @param continued whether the next event of the trail belongs to the same group
 */
public record EventMetadata(
        UUID developmentId,
        MatterAddress matter,
        long position,
        Instant recordedAt,
        String editor,
        String correlationId,
        @Nullable String causationId,
        String commandHash,
        boolean continued) {

    public MetaData toMetaData() {
        MetaData metaData = MetaData.from(Map.of(
                "developmentId", developmentId.toString(),
                "subject", matter.toString(),
                "position", Long.toString(position),
                "recordedAt", recordedAt.toString(),
                "editor", editor,
                "correlationId", correlationId,
                "commandHash", commandHash));
        metaData = causationId == null ? metaData : metaData.and("causationId", causationId);
        return continued ? metaData.and("continued", Boolean.TRUE.toString()) : metaData;
    }

    /** Reads Axon's metadata. */
    public static EventMetadata of(MetaData metaData) {
        return new EventMetadata(
                UUID.fromString(text(metaData, "developmentId")),
                MatterAddress.parse(text(metaData, "subject")),
                Long.parseLong(text(metaData, "position")),
                Instant.parse(text(metaData, "recordedAt")),
                text(metaData, "editor"),
                text(metaData, "correlationId"),
                (String) metaData.get("causationId"),
                text(metaData, "commandHash"),
                metaData.containsKey("continued"));
    }

    /** The entry of the trail for a development with this metadata. */
    public LedgerEntry entry(Development development) {
        return new LedgerEntry(developmentId, matter, position, recordedAt, editor, development, continued);
    }

    private static String text(MetaData metaData, String key) {
        Object value = metaData.get(key);
        if (value == null) {
            throw new IllegalStateException("the metadata of a stored event lacks '" + key + "'");
        }
        return value.toString();
    }
}
