package org.parley.projection.checkpoint;

import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The ids of applied events, in blocks as they are stored. */
public final class AppliedEventIds {
    /** The number of ids in a block. */
    static final int BLOCK = 64;

    private static final int ID_BYTES = 16;

    private final Map<BlockKey, byte[]> blocks = new HashMap<>();

    /** Identifies a block of a negotiation. */
    public record BlockKey(String negotiation, long block) {
        public static BlockKey of(String negotiation, long position) {
            return new BlockKey(negotiation, (position - 1) / BLOCK);
        }
    }

    void put(BlockKey place, byte[] ids) {
        blocks.put(place, ids);
    }

    /**
     * The id at a position.
     *
     * @throws IllegalStateException if its block is not loaded, or ends before the position
     */
    public UUID idAt(String negotiation, long position) {
        byte[] ids = blocks.get(BlockKey.of(negotiation, position));
        int start = (int) ((position - 1) % BLOCK) * ID_BYTES;
        if (ids == null || ids.length < start + ID_BYTES) {
            throw new IllegalStateException(
                    "the id at position %d of %s is not stored".formatted(position, negotiation));
        }
        ByteBuffer bytes = ByteBuffer.wrap(ids, start, ID_BYTES);
        return new UUID(bytes.getLong(), bytes.getLong());
    }

    /** Splits consecutive ids, from position {@code first}, into the bytes to append to each block. */
    static Map<BlockKey, byte[]> blocksToAppend(String negotiation, long first, List<UUID> ids) {
        Map<BlockKey, byte[]> pieces = new HashMap<>();
        int from = 0;
        while (from < ids.size()) {
            long position = first + from;
            int room = BLOCK - (int) ((position - 1) % BLOCK);
            int to = Math.min(ids.size(), from + room);
            ByteBuffer bytes = ByteBuffer.allocate((to - from) * ID_BYTES);
            for (UUID id : ids.subList(from, to)) {
                bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
            }
            pieces.put(BlockKey.of(negotiation, position), bytes.array());
            from = to;
        }
        return pieces;
    }
}
