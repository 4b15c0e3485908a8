package org.parley.matter;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * An immutable list that shares its elements with the list that it continues, so that each of many states can have the whole
 * list and one element more costs the same however long it is. Safe for use by several threads.
 *
 * @param <E> the elements
 */
public final class PersistentList<E> extends AbstractList<E> implements RandomAccess {
    private static final int CAPACITY_MIN = 8;

    /** Filled from the start; what lies beyond the size belongs to lists that continue this one. */
    private final Object[] elements;

    /** How much of it is filled, by whichever list. */
    private final AtomicInteger filled;

    private final int size;

    private PersistentList(Object[] elements, AtomicInteger filled, int size) {
        this.elements = elements;
        this.filled = filled;
        this.size = size;
    }

    /** A list with one element more; the list given stays as it is. */
    public static <E> List<E> plus(List<? extends E> list, E next) {
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
    @SuppressWarnings("unchecked") // only elements of this type are put in
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
