package org.parley.domain.matter;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An immutable list that shares its elements with the list that it extends. Appending takes amortised constant time, so
 * that each state can contain the whole list. Thread-safe.
 *
 * @param <E> the elements
 */
public final class PersistentList<E> extends AbstractList<E> implements RandomAccess {
    private static final int CAPACITY_MIN = 8;

    /** Filled from the start. Elements beyond the size belong to lists that extend this one. */
    private final Object[] elements;

    /** The number of filled elements, by any list that shares them. */
    private final AtomicInteger filled;

    private final int size;

    private PersistentList(Object[] elements, AtomicInteger filled, int size) {
        this.elements = elements;
        this.filled = filled;
        this.size = size;
    }

    /** A list with one more element; the given list does not change. */
    public static <E> List<E> append(List<? extends E> list, E next) {
        if (list instanceof PersistentList<?> known
                && known.size < known.elements.length
                && known.filled.compareAndSet(known.size, known.size + 1)) {
            known.elements[known.size] = next;
            return new PersistentList<>(known.elements, known.filled, known.size + 1);
        }
        int size = list.size() + 1;
        Object[] copy = Arrays.copyOf(list.toArray(), Math.max(CAPACITY_MIN, 2 * size), Object[].class);
        copy[size - 1] = next;
        return new PersistentList<>(copy, new AtomicInteger(size), size);
    }

    @Override
    @SuppressWarnings("unchecked") // only elements of this type are added
    public E get(int index) {
        return (E) elements[Objects.checkIndex(index, size)];
    }

    @Override
    public Object[] toArray() {
        return Arrays.copyOf(elements, size);
    }

    @Override
    public int size() {
        return size;
    }
}
