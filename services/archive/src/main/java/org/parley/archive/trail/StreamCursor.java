package org.parley.archive.trail;

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
import org.parley.archive.question.Problem;

/**
 * How far a reader of several negotiations is, however many there are: where it goes on in each partition of the topic. Any
 * archive on that topic can tell what comes behind it.
 *
 * <p>A negotiation of which records were passed over, since one before them is missing or could not be taken in, is late: its
 * entries will come at places that the others have left behind. Of those the cursor holds the position reached in each; it
 * has room for a few. One that had to leave some out is incomplete: nobody can go on from it.
 *
 * @param topic the topic's id
 * @param next by partition, the first place not passed yet; 0 where there is none
 * @param late the negotiations in which the position counts and not the place
 */
record StreamCursor(UUID topic, SortedMap<Integer, Long> next, List<Late> late, boolean isIncomplete) {
    /** The longest id, in characters. */
    static final int LENGTH_MAX = 199;

    private static final int VERSION = 1;
    private static final int INCOMPLETE = 0x80;
    private static final int BYTES_MAX = LENGTH_MAX * 3 / 4;
    private static final int PARTITIONS_MAX = 10_000;
    private static final int SEVEN_BITS = 0x7f;
    private static final int MORE = 0x80;
    private static final int LONG_BITS = 64;

    /**
     * How far it is in a negotiation that is late.
     *
     * @param place of its first entry or, if it has none yet, of its first record: tells which negotiation it is
     * @param position the last one passed
     */
    record Late(int partition, long place, long position) {
        Late at(long reached) {
            return new Late(partition, place, reached);
        }
    }

    StreamCursor {
        next = new TreeMap<>(next);
        late = List.copyOf(late);
    }

    /** Before everything. */
    static StreamCursor start(UUID topic) {
        return new StreamCursor(topic, new TreeMap<>(), List.of(), false);
    }

    StreamCursor with(Map<Integer, Long> places, Collection<Late> lateOnes) {
        return new StreamCursor(topic, new TreeMap<>(places), List.copyOf(lateOnes), isIncomplete);
    }

    boolean isOfTopicOf(@Nullable StreamCursor other) {
        return other != null && topic.equals(other.topic);
    }

    long next(int partition) {
        return next.getOrDefault(partition, 0L);
    }

    /** As the id of an event. */
    String id() {
        byte[] whole = bytes(late, isIncomplete);
        // What does not fit is left out, and then it is of no use but to say that it was there.
        byte[] bytes = whole.length <= BYTES_MAX ? whole : bytes(List.of(), true);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private byte[] bytes(Collection<Late> told, boolean incomplete) {
        int partitions = next.isEmpty() ? 0 : next.lastKey() + 1;
        ByteBuffer bytes = ByteBuffer.allocate(64 + 10 * partitions + 30 * told.size());
        bytes.put((byte) (VERSION | (incomplete ? INCOMPLETE : 0)));
        bytes.putLong(topic.getMostSignificantBits()).putLong(topic.getLeastSignificantBits());
        number(bytes, partitions);
        for (int partition = 0; partition < partitions; partition++) {
            number(bytes, next(partition));
        }
        for (Late each : told) {
            number(bytes, each.partition());
            number(bytes, each.place());
            number(bytes, each.position());
        }
        byte[] all = new byte[bytes.position()];
        bytes.flip().get(all);
        return all;
    }

    /** Seven bits a byte, the lowest first. */
    private static void number(ByteBuffer bytes, long number) {
        long rest = number;
        while (rest > SEVEN_BITS) {
            bytes.put((byte) (rest & SEVEN_BITS | MORE));
            rest >>>= 7;
        }
        bytes.put((byte) rest);
    }

    /**
     * Reads an id; empty when it is of another form.
     *
     * @throws Problem (400) when it was one and is broken
     */
    static Optional<StreamCursor> parse(String pointer, String id) {
        if (id.indexOf(':') >= 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(ByteBuffer.wrap(Base64.getUrlDecoder().decode(id))));
        } catch (RuntimeException e) { // whatever the bytes are
            throw Problem.badQuestion(pointer, "is no id of this stream; ids are given back as they came");
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
        List<Late> late = new ArrayList<>();
        while (bytes.hasRemaining()) {
            late.add(new Late(Math.toIntExact(number(bytes)), number(bytes), number(bytes)));
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
