package org.parley.archive.trail.query;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.parley.archive.query.QueryProblemException;

/**
 * The cursor of a reader of several negotiations, of constant size: the next offset of each partition of the topic. Any
 * archive on that topic can continue from it.
 *
 * <p>A negotiation is late if some of its records were skipped, because one before them is missing or could not be
 * applied: its entries will get offsets that readers have already passed. For late negotiations the cursor contains the
 * position reached, if there are only a few. A cursor that had to leave some out is incomplete, and cannot be resumed.
 *
 * @param topic the id of the topic
 * @param next by partition, the first offset not yet passed; 0 where there is none
 * @param late the negotiations for which the position counts instead of the offset
 */
public record StreamCursor(UUID topic, SortedMap<Integer, Long> next, List<LatePosition> late, boolean isIncomplete) {
    /** The length limit of an id, in characters. */
    static final int LENGTH_MAX = 199;

    private static final int VERSION = 1;
    private static final int INCOMPLETE = 0x80;
    private static final int BYTES_MAX = LENGTH_MAX * 3 / 4;
    private static final int PARTITIONS_MAX = 10_000;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int LONG_BITS = 64;

    /**
     * The position reached in a late negotiation.
     *
     * @param offset the offset of its first entry, or of its first record if it has no entry yet; identifies the
     *     negotiation
     * @param position the last position passed
     */
    public record LatePosition(int partition, long offset, long position) {
        public LatePosition at(long reached) {
            return new LatePosition(partition, offset, reached);
        }
    }

    public StreamCursor {
        next = new TreeMap<>(next);
        late = List.copyOf(late);
    }

    /** The beginning of a topic. */
    public static StreamCursor start(UUID topic) {
        return new StreamCursor(topic, new TreeMap<>(), List.of(), false);
    }

    public StreamCursor with(Map<Integer, Long> places, Collection<LatePosition> lateOnes) {
        return new StreamCursor(topic, new TreeMap<>(places), List.copyOf(lateOnes), isIncomplete);
    }

    public boolean hasSameTopicAs(@Nullable StreamCursor other) {
        return other != null && topic.equals(other.topic);
    }

    public long next(int partition) {
        return next.getOrDefault(partition, 0L);
    }

    /** The cursor as the id of an event. */
    public String id() {
        byte[] whole = bytes(late, isIncomplete);
        // If the late negotiations do not fit, the cursor is marked as incomplete.
        byte[] bytes = whole.length <= BYTES_MAX ? whole : bytes(List.of(), true);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] bytes(Collection<LatePosition> lateOnes, boolean incomplete) {
        int partitions = next.isEmpty() ? 0 : next.lastKey() + 1;
        ByteBuffer bytes = ByteBuffer.allocate(64 + 10 * partitions + 30 * lateOnes.size());
        bytes.put((byte) (VERSION | (incomplete ? INCOMPLETE : 0)));
        bytes.putLong(topic.getMostSignificantBits()).putLong(topic.getLeastSignificantBits());
        number(bytes, partitions);
        for (int partition = 0; partition < partitions; partition++) {
            number(bytes, next(partition));
        }
        for (LatePosition each : lateOnes) {
            number(bytes, each.partition());
            number(bytes, each.offset());
            number(bytes, each.position());
        }
        byte[] all = new byte[bytes.position()];
        bytes.flip().get(all);
        return all;
    }

    /** Writes a variable-length integer: seven bits per byte, the lowest first. */
    private static void number(ByteBuffer bytes, long number) {
        long rest = number;
        while (rest > SEVEN_BITS) {
            bytes.put((byte) (rest & SEVEN_BITS | MORE));
            rest >>>= 7;
        }
        bytes.put((byte) rest);
    }

    /**
     * Parses an id; empty if it has the form of a position.
     *
     * @throws QueryProblemException (400) if it is damaged
     */
    static Optional<StreamCursor> parse(String pointer, String id) {
        if (id.indexOf(':') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(ByteBuffer.wrap(Base64.getUrlDecoder().decode(id))));
        } catch (RuntimeException e) { // arbitrary bytes fail in many ways
            throw QueryProblemException.badRequest(
                    pointer,
                    "is not an id of this stream; ids must be sent back unchanged",
                    "no es un identificador de este flujo; los identificadores se devuelven sin cambios");
        }
    }

    private static StreamCursor read(ByteBuffer bytes) {
        int head = bytes.get();
        if ((head & SEVEN_BITS) != VERSION) {
            throw new IllegalArgumentException("version " + head);
        }
        UUID topic = new UUID(bytes.getLong(), bytes.getLong());
        long partitions = number(bytes);
        if (partitions > PARTITIONS_MAX) {
            throw new IllegalArgumentException(partitions + " partitions");
        }
        SortedMap<Integer, Long> next = new TreeMap<>();
        for (int partition = 0; partition < partitions; partition++) {
            next.put(partition, number(bytes));
        }
        List<LatePosition> late = new ArrayList<>();
        while (bytes.hasRemaining()) {
            late.add(new LatePosition(Math.toIntExact(number(bytes)), number(bytes), number(bytes)));
        }
        return new StreamCursor(topic, next, late, (head & INCOMPLETE) != 0);
    }

    private static long number(ByteBuffer bytes) {
        long number = 0;
        for (int shift = 0; shift < LONG_BITS; shift += 7) {
            byte next = bytes.get();
            number |= (long) (next & SEVEN_BITS) << shift;
            if ((next & MORE) == 0) {
                if (number < 0) {
                    throw new IllegalArgumentException("a negative number");
                }
                return number;
            }
        }
        throw new IllegalArgumentException("too long a number");
    }
}
